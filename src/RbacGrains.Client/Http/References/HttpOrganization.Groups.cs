namespace RbacGrains.Client;

/// <content>What is asked about groups.</content>
internal sealed partial class HttpOrganization
{
    /// <inheritdoc/>
    public ValueTask<Result<Put<GroupView>>> PutGroup(
        ChangeContext context, string group, GroupContent content, CancellationToken cancellationToken) =>
        MistakeInGroup(group) is { } mistake ? new(mistake) : calls.Change(
            Change(HttpMethod.Put, Path("groups", group), context, GroupBodies.Of(content)),
            HttpJson.Default.GroupAnswer,
            (made, status) => new Put<GroupView>(made.ToView(), status == Created),
            cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<GroupView>> GetGroup(Caller caller, string group, CancellationToken cancellationToken) =>
        MistakeInGroup(group) is { } mistake ? new(mistake) : calls.Read(
            Get(Path("groups", group), caller), HttpJson.Default.GroupAnswer, found => found.ToView(), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<Page<GroupView>>> ListGroups(Caller caller, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        return Mistake() is { } mistake ? new(mistake) : calls.Read(
            Get(Paths.With(Path("groups"), ("page_size", Paths.Size(page)), ("page_token", Paths.Token(page))), caller),
            HttpJson.Default.ListAnswerGroupAnswer,
            list => list.ToPage(group => group.ToView()),
            cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<Result<Done>> DeleteGroup(ChangeContext context, string group, CancellationToken cancellationToken) =>
        MistakeInGroup(group) is { } mistake ? new(mistake) : calls.Change(
            Change(HttpMethod.Delete, Path("groups", group), context), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<Put<MemberView>>> AddGroupMember(
        ChangeContext context, string group, string user, CancellationToken cancellationToken) =>
        (MistakeInGroup(group) ?? Mistake(user)) is { } mistake ? new(mistake) : calls.Change(
            Change(HttpMethod.Put, Path("groups", group, "members", user), context),
            HttpJson.Default.MemberAnswer,
            (member, status) => new Put<MemberView>(member.ToView(), status == Created),
            cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<Done>> RemoveGroupMember(
        ChangeContext context, string group, string user, CancellationToken cancellationToken) =>
        (MistakeInGroup(group) ?? Mistake(user)) is { } mistake ? new(mistake) : calls.Change(
            Change(HttpMethod.Delete, Path("groups", group, "members", user), context), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<Page<MemberView>>> ListGroupMembers(
        Caller caller, string group, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        if (MistakeInGroup(group) is { } mistake) return new(mistake);
        var path = Paths.With(Path("groups", group, "members"), ("page_size", Paths.Size(page)), ("page_token", Paths.Token(page)));
        return calls.Read(
            Get(path, caller), HttpJson.Default.ListAnswerMemberAnswer, list => list.ToPage(member => member.ToView()), cancellationToken);
    }

    private Error? MistakeInGroup(string group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return Mistake() ?? (Identifier.IsValid(group) ? null : Errors.InvalidId("a group", group));
    }
}
