using RbacGrains.Model;

namespace RbacGrains.Core;

/// <summary>A role as it can be assigned in one organization.</summary>
/// <param name="Role">What it is.</param>
/// <param name="Offered">Whether the organization's plan offers it.</param>
/// <param name="PolicyVersion">The version of the policy it is of.</param>
public sealed record RoleView(Role Role, bool Offered, long PolicyVersion);
