using System.Collections.Immutable;
using RbacGrains.Model;

namespace RbacGrains.Core;

/// <summary>What a caller holds in the organization that is asked.</summary>
/// <param name="Caller">The caller.</param>
/// <param name="Access">What the caller holds; null for the service, which holds everything.</param>
internal sealed record Authority(Caller Caller, Access? Access)
{
    /// <summary>The service itself.</summary>
    public static Authority Service { get; } = new(Caller.Service, null);

    /// <summary>Why the caller may not do something; null when they may.</summary>
    public Error? Refuses(Policy policy, AdministrativeOperation operation, TimeProvider clock)
    {
        if (Access is null) return null;
        if (policy.Model.Administration.GetValueOrDefault(operation) is not { } action) return RefusesAdmin(policy, clock);
        return Evaluator.Allows(policy, Access, action, null, clock) ? null : Errors.PermissionDenied(policy.Model, action);
    }

    /// <summary>Why the caller is no admin; null when they are one.</summary>
    public Error? RefusesAdmin(Policy policy, TimeProvider clock) =>
        Access is null || (Access.IsActive(clock.GetUtcNow()) && policy.FindOfferedRole(Access.Role) is { IsAdmin: true })
            ? null
            : Errors.PermissionDenied(policy.Model, null);

    /// <summary>Why an action on which a change is conditional does not hold; null when it does, or none is named.</summary>
    public Error? RefusesCondition(Policy policy, string? action, TimeProvider clock)
    {
        if (action is null || Access is null) return null;
        if (!policy.Model.Actions.TryFind(action, out var handle)) return Errors.UnknownAction(policy.Model, action) with { Pointer = null };
        return Evaluator.Allows(policy, Access, handle, null, clock)
            ? null
            : new Error(
                ErrorKind.PreconditionFailed,
                ErrorCodes.ConditionFailed,
                $"The change was conditional on '{action}', which the acting user does not hold.");
    }

    /// <summary>Why the caller may not give what a change gives; null when they may.</summary>
    public Error? RefusesGiving(Policy policy, Access? before, Access after, DateTimeOffset now)
    {
        if (Access is null) return null;
        // As Containment: what was not in effect, or not for as long, is given anew.
        var had = before is null || !before.IsActive(now) || before.ExpiresAt != after.ExpiresAt ? null : before;
        foreach (var role in RolesOf(after))
            if ((had is null || !RolesOf(had).Contains(role)) && RefusesAssigning(policy, role.Role) is { } refused) return refused;
        return Exceeds(policy, Containment.Beyond(policy, Access, before, after, now));
    }

    /// <summary>Why the caller may not let a group give what it is to give; null when they may.</summary>
    public Error? RefusesGiving(Policy policy, GroupGrants? before, GroupGrants after, DateTimeOffset now)
    {
        if (Access is null) return null;
        if (after.Role is { } role && role != before?.Role && RefusesAssigning(policy, role) is { } refused) return refused;
        return Exceeds(policy, Containment.Beyond(policy, Access, before, after, now));
    }

    /// <summary>Why the caller may not make roles what they are to be; null when they may.</summary>
    /// <param name="policy">The policy so far, by which the caller is judged.</param>
    /// <param name="next">The policy to be.</param>
    /// <param name="roles">The roles that change with it.</param>
    public Error? RefusesRoles(Policy policy, Policy next, IEnumerable<string> roles) =>
        Access is null ? null : Exceeds(policy, Containment.Beyond(policy, Access, next, roles));

    /// <summary>Why the caller may not give a role to anybody, whatever it is worth; null when they may.</summary>
    public Error? RefusesAssigning(Policy policy, string role)
    {
        if (Access is null || policy.FindCustomRole(role) is not { AssignableBy: { IsEmpty: false } givers }) return null;
        if (policy.FindOfferedRole(Access.Role) is { } own && (own.IsAdmin || givers.Contains(own.Id))) return null;
        return new Error(
            ErrorKind.Denied,
            ErrorCodes.RoleNotAssignable,
            $"The role '{role}' is given by members in the role {string.Join(" or ", givers.Select(giver => $"'{giver}'"))}, and by admins.")
        {
            DenialStatus = policy.Model.DenialStatus,
            Details = Errors.Detail("assignable_by", givers),
        };
    }

    // A member's own role, and where else they hold one: within a project, through a group.
    private static IEnumerable<(string? Project, string? Group, string Role)> RolesOf(Access access) =>
    [
        (null, null, access.Role),
        .. access.Projects.Where(scope => scope.Role is not null).Select(scope => ((string?)scope.Project, (string?)null, scope.Role!)),
        .. access.Groups.Where(group => group.Role is not null).Select(group => ((string?)null, (string?)group.Group, group.Role!)),
    ];

    private static Error? Exceeds(Policy policy, ImmutableArray<string> beyond) =>
        beyond.IsEmpty
            ? null
            : new Error(
                ErrorKind.Denied,
                ErrorCodes.GrantExceedsOwn,
                $"Nobody gives what they do not hold: {string.Join(", ", beyond.Take(5))}{(beyond.Length > 5 ? ", ..." : "")}.")
            {
                DenialStatus = policy.Model.DenialStatus,
                Details = Errors.Detail("beyond", beyond),
            };
}
