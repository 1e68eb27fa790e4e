using System.Collections.Immutable;
using RbacGrains.Model;

namespace RbacGrains.Core;

/// <summary>Records that a client holds from now on.</summary>
/// <param name="Accesses">One for each access asked for, but for those that are refused.</param>
/// <param name="Policies">One for each policy asked for, but for those that are refused.</param>
/// <param name="Refused">Organizations that the caller is not to know of; nothing of them is held.</param>
public sealed record LeaseAnswer(
    ImmutableArray<LeasedAccess> Accesses, ImmutableArray<LeasedPolicy> Policies, ImmutableArray<LeaseRefusal> Refused);

/// <summary>What one user holds in one organization. It counts only under a policy of the same incarnation.</summary>
/// <param name="User">The user.</param>
/// <param name="Organization">The organization.</param>
/// <param name="Incarnation">The life of the organization that it belongs to; 0 where the user is no member.</param>
/// <param name="Access">What the user holds; null where the user is no member.</param>
public sealed record LeasedAccess(string User, string Organization, long Incarnation, Access? Access);

/// <summary>What an organization's members are judged by, or why nothing can be judged there.</summary>
/// <param name="Organization">The organization.</param>
/// <param name="Description">What to compile; null where there is an error.</param>
/// <param name="Error">That there is no such organization, or that its model cannot be evaluated; held like a policy.</param>
public sealed record LeasedPolicy(string Organization, PolicyDescription? Description, Error? Error);

/// <summary>All that a policy is compiled from, beside the model itself.</summary>
/// <param name="Model">The model's name.</param>
/// <param name="ModelVersion">The version of the model's document.</param>
/// <param name="Plan">The plan that the organization is on.</param>
/// <param name="Version">The policy's version.</param>
/// <param name="Incarnation">The life of the organization.</param>
public sealed record PolicyDescription(string Model, int ModelVersion, string Plan, long Version, long Incarnation)
{
    /// <summary>The roles that the organization has made for itself; a service from before there were any says nothing of them.</summary>
    public ImmutableArray<CustomRole> CustomRoles { get; init; } = [];
}

/// <summary>Why nothing of an organization is given to a caller.</summary>
/// <param name="Organization">The organization.</param>
/// <param name="Error">What stands against it.</param>
public sealed record LeaseRefusal(string Organization, Error Error);
