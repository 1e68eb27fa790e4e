using RbacGrains.Model;

namespace RbacGrains.Core;

/// <summary>
/// What somebody holds in one organization, as far as a check needs it. A host that keeps many users in memory can keep this of them, with one
/// <see cref="Access"/> for all who hold the same, and answers by <see cref="User.Check(string, HeldAccess?, Caller, string, string, string?, ActorServices, CancellationToken)"/>.
/// </summary>
/// <param name="Access">What is held, whatever its version says.</param>
/// <param name="Incarnation">The life of the organization that it belongs to.</param>
/// <param name="Version">The access' own version.</param>
public readonly record struct HeldAccess(Access Access, long Incarnation, long Version)
{
    /// <summary>What a membership holds.</summary>
    public static HeldAccess Of(Membership membership)
    {
        ArgumentNullException.ThrowIfNull(membership);
        return new HeldAccess(membership.Access, membership.Incarnation, membership.Access.Version);
    }

    /// <summary>What a user holds in an organization, by their state; null for nothing.</summary>
    public static HeldAccess? Of(UserState? state, string organization) => state?.Find(organization) is { } membership ? Of(membership) : null;
}
