using RbacGrains.Model;

namespace RbacGrains.Core;

/// <summary>Organizations' policies, for whoever evaluates: as fresh as the last acknowledged change of each.</summary>
public interface IPolicySource
{
    /// <summary>The policy in force; an error when there is no such organization, or its model cannot be evaluated here.</summary>
    ValueTask<Result<OrganizationPolicy>> Get(string organization, CancellationToken cancellationToken);
}

/// <summary>An organization's policy and the life of the organization it is of.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="Incarnation">
/// Tells an organization from one that had the same id before it: memberships of another incarnation are void.
/// </param>
public sealed record OrganizationPolicy(Policy Policy, long Incarnation);
