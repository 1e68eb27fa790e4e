namespace RbacGrains.Client;

/// <content>What is asked about members.</content>
internal sealed partial class HttpOrganization
{
    /// <inheritdoc/>
    public ValueTask<Result<Page<MemberView>>> ListMembers(
        Caller caller, MemberFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(page);
        if (Mistake() is { } mistake) return new(mistake);
        var path = Paths.With(Path("members"), [.. Query(filter), ("page_size", Paths.Size(page)), ("page_token", Paths.Token(page))]);
        return calls.Read(
            Get(path, caller), HttpJson.Default.ListAnswerMemberAnswer, list => list.ToPage(member => member.ToView()), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<Result<int>> CountMembers(Caller caller, MemberFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return Mistake() is { } mistake ? new(mistake) : calls.Read(
            Get(Paths.With(Path("member_count"), Query(filter)), caller), HttpJson.Default.CountAnswer, answer => answer.Count, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<Result<MemberView>> GetMember(Caller caller, string user, CancellationToken cancellationToken) =>
        Mistake(user) is { } mistake ? new(mistake) : calls.Read(
            Get(Path("members", user), caller), HttpJson.Default.MemberAnswer, member => member.ToView(), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<Put<MemberView>>> PutMember(
        ChangeContext context, string user, MemberAssignment assignment, CancellationToken cancellationToken) =>
        (Mistake(user) ?? Twice(assignment?.Projects ?? [])) is { } mistake ? new(mistake) : calls.Change(
            Change(HttpMethod.Put, Path("members", user), context, MemberBodies.Of(assignment!)),
            HttpJson.Default.MemberAnswer,
            (member, status) => new Put<MemberView>(member.ToView(), status == Created),
            cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<MemberView>> PatchMember(
        ChangeContext context, string user, MemberPatch patch, CancellationToken cancellationToken) =>
        Mistake(user) is { } mistake ? new(mistake) : calls.Change(
            Change(HttpMethod.Patch, Path("members", user), context, MemberBodies.Of(patch)),
            HttpJson.Default.MemberAnswer,
            (member, _) => member.ToView(),
            cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<Done>> RemoveMember(ChangeContext context, string user, CancellationToken cancellationToken) =>
        Mistake(user) is { } mistake ? new(mistake) : calls.Change(
            Change(HttpMethod.Delete, Path("members", user), context), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<EffectivePermissions>> GetPermissions(
        Caller caller, string user, string? project, CancellationToken cancellationToken) =>
        Mistake(user) is { } mistake ? new(mistake) : calls.Read(
            Get(Paths.With(Path("members", user, "permissions"), ("project", project)), caller),
            HttpJson.Default.PermissionsAnswer,
            held => held.ToPermissions(),
            cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<Page<string>>> ListWhoCan(
        Caller caller, string action, string? project, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(action);
        ArgumentNullException.ThrowIfNull(page);
        if (Mistake() is { } mistake) return new(mistake);
        // As a segment of a path these mean another place, and none of them is an action of any model.
        if (action is "" or "." or "..")
            return new(new Error(ErrorKind.Invalid, ErrorCodes.UnknownAction, $"There is no action '{action}'. An action is 'resource:verb'."));
        var path = Paths.With(Path("actions", action, "members"), ("project", project),
            ("page_size", Paths.Size(page)), ("page_token", Paths.Token(page)));
        return calls.Read(
            Get(path, caller), HttpJson.Default.ListAnswerString, list => list.ToPage(user => user), cancellationToken);
    }

    private static (string, string?)[] Query(MemberFilter filter) =>
    [
        ("role", filter.Role), ("status", Words.Of(filter.Status)), ("email", filter.Email), ("group", filter.Group), ("search", filter.Search),
    ];

    // The API has projects by name, so one that is there twice would silently be one.
    private static Error? Twice(IEnumerable<ProjectAssignment> projects)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return projects.FirstOrDefault(project => !seen.Add(project.Project)) is { } twice
            ? Errors.InvalidValue("A project has one ceiling.", $"/projects/{twice.Project}")
            : null;
    }

    private Error? Mistake(string user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return Mistake() ?? (Identifier.IsValid(user) ? null : Errors.InvalidId("a user", user));
    }
}
