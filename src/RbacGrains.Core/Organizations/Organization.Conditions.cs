using RbacGrains.Model;

namespace RbacGrains.Core;

/// <content>What a change may be conditional on, and how a repeated one is recognized.</content>
public partial class Organization
{
    private Error? Preconditions(ChangeContext context, Authority authority, Policy policy, long version) =>
        context.ExpectedVersion is { } expected && expected != version
            ? Errors.VersionMismatch(expected, version)
            : authority.RefusesCondition(policy, context.RequiredAction, services.Clock);

    /// <summary>The entry that the same change has left before; an error when its name was used for another one, or is none.</summary>
    private async ValueTask<Result<Replay>> Replayed(
        ChangeContext context, string? fingerprint, CancellationToken cancellationToken)
    {
        if (ContextRules.Check(context) is { } error) return error;
        if (context.OperationId is not { } operation) return Replay.None;
        var entry = await services.AuditLog.FindOperation(id, operation, cancellationToken);
        if (entry is null) return Replay.None;
        return entry.Fingerprint == fingerprint && entry.Actor == context.Caller.User
            ? new Replay(entry)
            : new Error(
                ErrorKind.Conflict,
                ErrorCodes.IdempotencyKeyReused,
                "The idempotency key was used before, for another change. Use a new key for each change.");
    }

    private async ValueTask<bool> IsRepeated(ChangeContext context, string? fingerprint, CancellationToken cancellationToken) =>
        (await Replayed(context, fingerprint, cancellationToken)).Value?.Entry is not null;

    /// <summary>What a change has left in the log before; nothing for one that is made for the first time.</summary>
    private sealed record Replay(AuditEntry? Entry)
    {
        public static Replay None { get; } = new((AuditEntry?)null);
    }
}
