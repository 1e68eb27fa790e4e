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
        return Access is null ? null : Refuses(policy, Containment.Beyond(policy, Access, before, after, now));
    }

    /// <summary>Why the caller may not let a group give what it is to give; null when they may.</summary>
    public Error? RefusesGiving(Policy policy, GroupGrants? before, GroupGrants after, DateTimeOffset now) =>
        Access is null ? null : Refuses(policy, Containment.Beyond(policy, Access, before, after, now));

    private static Error? Refuses(Policy policy, ImmutableArray<string> beyond) =>
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
