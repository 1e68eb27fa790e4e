namespace RbacGrains.Client;

/// <summary>The list of organizations over HTTP.</summary>
internal sealed class HttpTenants(HttpCalls calls) : ITenants
{
    /// <inheritdoc/>
    public ValueTask<Result<Page<OrganizationView>>> List(Caller caller, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        if (!HttpCallRules.Exists(caller)) return new(new Page<OrganizationView>([], ""));
        var path = Paths.With(Paths.Of("organizations"), ("page_size", Paths.Size(page)), ("page_token", Paths.Token(page)));
        return calls.Read(
            HttpCall.Get(path, caller),
            HttpJson.Default.ListAnswerOrganizationAnswer,
            list => Seen(caller, list.ToPage(organization => organization.ToView())),
            cancellationToken);
    }

    private static Page<OrganizationView> Seen(Caller caller, Page<OrganizationView> page) => caller.Organization is null
        ? page
        : page with { Items = page.Items.RemoveAll(organization => !caller.Sees(organization.Id)) };
}
