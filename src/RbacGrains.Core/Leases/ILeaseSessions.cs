namespace RbacGrains.Core;

/// <summary>The sessions under which client processes hold records, wherever the sessions are kept.</summary>
public interface ILeaseSessions
{
    /// <summary>Opens a session in this process.</summary>
    /// <param name="caller">Who will hold; what they may not see is refused to them.</param>
    /// <param name="holder">Is told what to drop.</param>
    /// <param name="cancellationToken">Stops the opening.</param>
    /// <returns>The session; <see cref="ErrorCodes.LeasesExhausted"/> when there are too many, or none can be granted now.</returns>
    ValueTask<Result<ILeaseSession>> Open(Caller caller, ILeaseHolder holder, CancellationToken cancellationToken);

    /// <summary>
    /// A session that was opened here or in another process of the same service. Finding it asks nobody: a session that is not there, or
    /// is another caller's, answers <see cref="ErrorCodes.LeaseEnded"/>.
    /// </summary>
    ILeaseSession Find(Caller caller, string id);
}
