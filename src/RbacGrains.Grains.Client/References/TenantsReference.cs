namespace RbacGrains.Grains;

/// <summary>The list of organizations of the grid.</summary>
internal class TenantsReference(ITenantsGrain grain, GridCalls calls) : ITenants
{
    /// <inheritdoc/>
    public ValueTask<Result<Page<OrganizationView>>> List(Caller caller, PageRequest page, CancellationToken cancellationToken) =>
        calls.Read(caller, () => grain.List(caller, page, cancellationToken), cancellationToken);
}
