namespace RbacGrains.Client;

/// <summary>The list of organizations over HTTP.</summary>
internal sealed class HttpTenants(HttpCalls calls) : ITenants
{
    /// <inheritdoc/>
    public ValueTask<Result<Page<OrganizationView>>> List(Caller caller, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        var path = Paths.With(Paths.Of("organizations"), ("page_size", Paths.Size(page)), ("page_token", Paths.Token(page)));
        return calls.Read(
            HttpCall.Get(path, caller),
            HttpJson.Default.ListAnswerOrganizationAnswer,
            list => list.ToPage(organization => organization.ToView()),
            cancellationToken);
    }
}
