namespace RbacGrains.Core;

/// <summary>When an invitation can be changed, and when it can be answered.</summary>
internal static class InvitationRules
{
    /// <summary>What stands against changing an invitation; null when nothing does. An expired one can still be changed.</summary>
    public static Error? CheckOpen(InvitationState state, long? expectedVersion) =>
        expectedVersion is { } expected && expected != state.Version
            ? Errors.VersionMismatch(expected, state.Version)
            : state.IsBeingAccepted
                ? Conflict(ErrorCodes.InvitationAccepted, "The invitation is being accepted at this moment.")
                : Ended(state.Status);

    /// <summary>What stands against accepting or declining; null when nothing does.</summary>
    public static Error? CheckAnswerable(InvitationState state, string email, DateTimeOffset now)
    {
        if (Ended(state.StatusAt(now)) is { } ended) return ended;
        return string.Equals(state.Email, email, StringComparison.OrdinalIgnoreCase)
            ? null
            : new Error(
                ErrorKind.Conflict,
                ErrorCodes.InvitationEmailMismatch,
                "The invitation is for another e-mail address. Sign in with the address to which it was sent.",
                "/email");
    }

    private static Error? Ended(InvitationStatus status) => status switch
    {
        InvitationStatus.Pending => null,
        InvitationStatus.Accepted => Conflict(ErrorCodes.InvitationAccepted, "The invitation was accepted already."),
        InvitationStatus.Declined => Conflict(ErrorCodes.InvitationDeclined, "The invitation was declined. Ask for a new one."),
        InvitationStatus.Revoked => Conflict(ErrorCodes.InvitationRevoked, "The invitation was revoked. Ask for a new one."),
        _ => Conflict(ErrorCodes.InvitationExpired, "The invitation has expired. Ask for it to be sent again."),
    };

    private static Error Conflict(string code, string message) => new(ErrorKind.Conflict, code, message);
}
