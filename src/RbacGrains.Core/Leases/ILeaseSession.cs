namespace RbacGrains.Core;

/// <summary>
/// One client process and its lease. Everything that it holds is held under this one lease, which it renews; so a million records need no
/// million renewals.
/// </summary>
public interface ILeaseSession
{
    /// <summary>Names the session; nobody guesses it.</summary>
    string Id { get; }

    /// <summary>For how long the first lease is, counted by the client from before it asked for the session.</summary>
    TimeSpan Lease { get; }

    /// <summary>Reads records for the client, which holds them from then on until it is told to drop them.</summary>
    /// <returns>The records; <see cref="ErrorCodes.LeaseEnded"/>, or <see cref="ErrorCodes.LeasesExhausted"/> when it holds too many.</returns>
    ValueTask<Result<LeaseAnswer>> Acquire(LeaseRequest request, CancellationToken cancellationToken);

    /// <summary>
    /// Renews the lease. It is never extended beyond one lease from when the oldest drop was sent that is not acknowledged, so no
    /// client that hears nothing delays a change for longer.
    /// </summary>
    /// <returns>For how long, counted by the server from now and by the client from before it asked; or <see cref="ErrorCodes.LeaseEnded"/>.</returns>
    ValueTask<Result<TimeSpan>> Renew(LeaseRenewal renewal, CancellationToken cancellationToken);

    /// <summary>Ends the session at once: the client says that it holds nothing any more, and will not answer from it.</summary>
    ValueTask End();

    /// <summary>
    /// Renews the session no more: the client can no longer be told anything. What it holds counts until its lease has run out.
    /// </summary>
    ValueTask Abandon();
}
