using System.Collections.Immutable;

namespace RbacGrains.Core;

/// <summary>An invitation as other actors meet it. Whoever calls has judged the caller.</summary>
public interface IInvitationActor : IInvitation
{
    /// <summary>The invitation as stored; null when it was never made.</summary>
    ValueTask<InvitationState?> Read(CancellationToken cancellationToken);

    /// <summary>Makes the invitation. Its place in the directory is open.</summary>
    ValueTask<InvitationState> Create(InvitationState state, AuditEntry audit);

    /// <summary>Gives a pending or expired invitation another token, expiry and inviter.</summary>
    ValueTask<Result<InvitationState>> Reissue(InvitationReissue reissue);

    /// <summary>Ends a pending or expired invitation; an ended one is left as it is when it was revoked before.</summary>
    ValueTask<Result<InvitationState>> Revoke(long? expectedVersion, AuditEntry audit);

    /// <summary>Lets an invitation that is not answered yet promise another role; one that promises something else is left as it is.</summary>
    ValueTask Reassign(string from, string to, AuditEntry audit);

    /// <summary>Finishes an acceptance that a crash has interrupted.</summary>
    ValueTask Resume();
}

/// <summary>What an invitation gets when it is sent again.</summary>
/// <param name="SecretHash">SHA-256 of the new token's secret.</param>
/// <param name="ExpiresAt">Until when it can be accepted.</param>
/// <param name="InvitedBy">The user whose right it rests on from now on; null for the service.</param>
/// <param name="ExpectedVersion">The version that it must have; null for any.</param>
/// <param name="Audit">What the change leaves in the audit log.</param>
public sealed record InvitationReissue(
    ImmutableArray<byte> SecretHash, DateTimeOffset ExpiresAt, string? InvitedBy, long? ExpectedVersion, AuditEntry Audit);
