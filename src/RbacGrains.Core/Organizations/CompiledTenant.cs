namespace RbacGrains.Core;

/// <summary>An organization's state and the policy that it compiles to.</summary>
internal sealed record CompiledTenant(OrganizationState State, OrganizationPolicy Policy)
{
    /// <summary>The policy as it is answered to every check.</summary>
    public Result<OrganizationPolicy> Answer { get; } = Policy;

    /// <summary>What people see of it.</summary>
    public OrganizationView View(string id) => new(
        id, State.Name, State.Model, State.Plan, State.Owner, State.Settings, State.CreatedAt, State.Version);
}
