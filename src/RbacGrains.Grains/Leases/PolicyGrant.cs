using System.Collections.Immutable;

namespace RbacGrains.Grains.Leases;

/// <summary>What a silo needs to compile an organization's policy for itself, and for how long it may use it.</summary>
/// <param name="Model">The model's name.</param>
/// <param name="Plan">The plan.</param>
/// <param name="Version">The policy's version.</param>
/// <param name="Incarnation">The life of the organization, see <see cref="OrganizationPolicy"/>.</param>
/// <param name="Lease">For how long, from before it was asked for.</param>
[GenerateSerializer, Immutable]
[Alias("rbac.policy_grant")]
internal sealed record PolicyGrant(
    [property: Id(0)] string Model,
    [property: Id(1)] string Plan,
    [property: Id(2)] long Version,
    [property: Id(3)] long Incarnation,
    [property: Id(4)] TimeSpan Lease)
{
    /// <summary>The roles that the organization has made for itself. A silo from before there were any sends none.</summary>
    [Id(5)]
    public ImmutableArray<CustomRole> CustomRoles { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>What a silo needs of a policy.</summary>
    public static PolicyGrant Of(OrganizationPolicy granted, TimeSpan lease)
    {
        var (policy, incarnation) = granted;
        return new PolicyGrant(policy.Model.Name, policy.Plan.Id, policy.Version, incarnation, lease) { CustomRoles = policy.CustomRoles };
    }

    /// <summary>The policy; an error when this silo does not have its model.</summary>
    public Result<OrganizationPolicy> Compile(ModelCatalog models) =>
        models.Find(Model) is { } model && model.FindPlan(Plan) is not null
            ? new OrganizationPolicy(new Policy(model, Plan, Version, CustomRoles), Incarnation)
            : Errors.ModelUnavailable(Model, Plan);
}
