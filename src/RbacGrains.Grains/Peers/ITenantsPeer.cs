namespace RbacGrains.Grains;

/// <summary>The list of organizations as other grains meet it, see <see cref="ITenantsActor"/>.</summary>
[Alias("rbac.tenants_peer")]
internal interface ITenantsPeer : IGrainWithStringKey
{
    /// <inheritdoc cref="ITenantsActor.OpenPlace"/>
    [Alias("OpenPlace")]
    ValueTask<int> OpenPlace(string organization);
}
