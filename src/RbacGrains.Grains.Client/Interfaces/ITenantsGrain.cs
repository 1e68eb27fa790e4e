namespace RbacGrains.Grains;

/// <summary>The list of organizations; there is one, under the key <see cref="TheOne"/>.</summary>
/// <remarks>The aliases are the identity on the wire: a type or method may be renamed, its alias never, nor its parameters.</remarks>
[Alias("rbac.tenants")]
public interface ITenantsGrain : IGrainWithStringKey
{
    /// <summary>The key.</summary>
    const string TheOne = "all";

    /// <inheritdoc cref="ITenants.List"/>
    [Alias("List")]
    ValueTask<Result<Page<OrganizationView>>> List(Caller caller, PageRequest page, CancellationToken cancellationToken);
}
