using System.Collections.Immutable;

namespace RbacGrains.Core;

/// <summary>Asks for a new organization.</summary>
/// <param name="Name">Its name as people write it, 1 to 200 characters.</param>
/// <param name="Model">The authorization model it lives by.</param>
/// <param name="Plan">One of the model's plans.</param>
/// <param name="Owner">The user who becomes its first admin.</param>
public sealed record CreateOrganization(string Name, string Model, string Plan, string Owner);

/// <summary>Asks for a change of an organization; what is null stays.</summary>
/// <param name="Name">Its new name, 1 to 200 characters.</param>
/// <param name="Plan">The plan to move to.</param>
/// <param name="Settings">Its new settings, whole.</param>
public sealed record UpdateOrganization(string? Name = null, string? Plan = null, OrganizationSettings? Settings = null)
{
    /// <summary>What members get whose role the new plan does not offer: for such a role, the role instead.</summary>
    public ImmutableSortedDictionary<string, string> Reassign { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
