namespace RbacGrains.Grains;

/// <summary>The grid, by way of grains. It finds a cluster's organizations and users from a client as from within a silo.</summary>
internal sealed class GrainGrid(IGrainFactory grains, GridCalls calls) : IGrid
{
    private readonly GrainFinder<IUserGrain> _users = new(grains);

    /// <inheritdoc/>
    public ITenants Tenants { get; } = new TenantsReference(grains.GetGrain<ITenantsGrain>(ITenantsGrain.TheOne), calls);

    /// <inheritdoc/>
    public IOrganization Organization(string id) => new OrganizationReference(grains.GetGrain<IOrganizationGrain>(GrainKeys.Of(id)), calls);

    /// <inheritdoc/>
    public IUser User(string id) => new UserReference(_users.Find(GrainKeys.Of(id)), calls);

    /// <inheritdoc/>
    public IInvitation Invitation(string id) => new InvitationReference(grains.GetGrain<IInvitationGrain>(GrainKeys.Of(id)), calls);
}
