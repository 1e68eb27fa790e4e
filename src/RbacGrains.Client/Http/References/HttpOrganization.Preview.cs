namespace RbacGrains.Client;

/// <content>What a change would do.</content>
internal sealed partial class HttpOrganization
{
    /// <inheritdoc/>
    public ValueTask<Result<Page<AffectedMember>>> Preview(
        ChangeContext context, PreviewedChange change, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(page);
        if ((Mistake() ?? Twice(change.Member?.Put?.Projects ?? [])?.Within("/member/put")) is { } mistake) return new(mistake);
        var path = Paths.With(Path("preview"), ("page_size", Paths.Size(page)), ("page_token", Paths.Token(page)));
        return calls.Read(
            HttpCall.Of(HttpMethod.Post, path, id, context with { OperationId = null }, PreviewBodies.Of(change)),
            HttpJson.Default.ListAnswerAffectedMemberAnswer,
            list => list.ToPage(member => member.ToMember()),
            cancellationToken);
    }
}
