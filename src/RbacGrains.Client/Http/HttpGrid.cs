namespace RbacGrains.Client;

/// <summary>The grid, by way of the service's HTTP API: for .NET applications outside the cluster, and for those that are not to be trusted with all of it.</summary>
internal sealed class HttpGrid(HttpCalls calls) : IGrid
{
    /// <inheritdoc/>
    public ITenants Tenants { get; } = new HttpTenants(calls);

    /// <inheritdoc/>
    public IOrganization Organization(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return new HttpOrganization(id, calls);
    }

    /// <inheritdoc/>
    public IUser User(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return new HttpUser(id, calls);
    }

    /// <inheritdoc/>
    public IInvitation Invitation(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return new HttpInvitation(id, calls);
    }
}
