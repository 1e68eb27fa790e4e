using RbacGrains.Model;

namespace RbacGrains.Core;

/// <summary>A role as it can be assigned in one organization.</summary>
/// <param name="Role">What it is; of a custom one, what it comes to over its base.</param>
/// <param name="Offered">Whether the organization's plan offers it.</param>
/// <param name="PolicyVersion">The version of the policy it is of.</param>
public sealed record RoleView(Role Role, bool Offered, long PolicyVersion)
{
    /// <summary>What the organization has made it of; null for a role of the model.</summary>
    public CustomRole? Custom { get; init; }

    /// <summary>A role of a policy.</summary>
    internal static RoleView Of(Policy policy, Role role) => new(role, role.IsOfferedBy(policy.Plan.Id), policy.Version)
    {
        Custom = policy.FindCustomRole(role.Id),
    };
}
