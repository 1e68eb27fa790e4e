namespace RbacGrains.Client;

/// <summary>An organization over HTTP: what is asked of the organization itself.</summary>
internal sealed partial class HttpOrganization(string id, HttpCalls calls) : IOrganization
{
    /// <inheritdoc/>
    public ValueTask<Result<Put<OrganizationView>>> Create(
        ChangeContext context, CreateOrganization command, CancellationToken cancellationToken) =>
        Mistake() is { } mistake ? new(mistake) : calls.Change(
            Change(HttpMethod.Put, Path(), context, OrganizationBodies.Of(command)),
            HttpJson.Default.OrganizationAnswer,
            (organization, status) => new Put<OrganizationView>(organization.ToView(), status == Created),
            cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<OrganizationView>> Get(Caller caller, CancellationToken cancellationToken) =>
        Mistake() is { } mistake ? new(mistake) : calls.Read(
            Get(Path(), caller), HttpJson.Default.OrganizationAnswer, organization => organization.ToView(), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<OrganizationView>> Update(
        ChangeContext context, UpdateOrganization command, CancellationToken cancellationToken) =>
        Mistake() is { } mistake ? new(mistake) : calls.Change(
            Change(HttpMethod.Patch, Path(), context, OrganizationBodies.Of(command)),
            HttpJson.Default.OrganizationAnswer,
            (organization, _) => organization.ToView(),
            cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<Done>> Delete(ChangeContext context, CancellationToken cancellationToken) =>
        Mistake() is { } mistake ? new(mistake) : calls.Change(Change(HttpMethod.Delete, Path(), context), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<Page<AuditEntry>>> ReadAudit(
        Caller caller, AuditQuery query, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(page);
        if (Mistake() is { } mistake) return new(mistake);
        var path = Paths.With(Path("audit"), ("actor", query.Actor), ("target", query.Target), ("kind", query.Kind),
            ("since", Paths.Moment(query.Since)), ("until", Paths.Moment(query.Until)),
            ("page_size", Paths.Size(page)), ("page_token", Paths.Token(page)));
        return calls.Read(
            Get(path, caller), HttpJson.Default.ListAnswerAuditAnswer, list => list.ToPage(entry => entry.ToEntry()), cancellationToken);
    }

    private const int Created = 201;

    // An id is its own segment of the path; what is none never becomes part of one.
    private Error? Mistake() => Identifier.IsValid(id) ? null : Errors.InvalidId("an organization", id);

    // The service makes these ids. What can be none is asked for under one that it never makes, so that it judges the caller first, as always.
    private static string Made(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return Identifier.IsValid(id) ? id : "-";
    }

    private HttpCall Get(string path, Caller caller) => HttpCall.Get(path, caller, id);

    private HttpCall Change(HttpMethod method, string path, ChangeContext context, byte[]? body = null) =>
        HttpCall.Of(method, path, id, context, body);

    private string Path(params ReadOnlySpan<string> segments) => Paths.Of(["organizations", id, .. segments]);
}
