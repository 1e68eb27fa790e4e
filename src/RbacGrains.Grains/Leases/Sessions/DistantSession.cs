namespace RbacGrains.Grains.Leases;

/// <summary>A session that another silo keeps. When that silo does not answer, nothing is repeated: the client does that, for as long as its lease lasts.</summary>
internal sealed class DistantSession(string id, Caller caller, string session, ISessionSilo silo, GridCalls calls) : ILeaseSession
{
    /// <inheritdoc/>
    public string Id => id;

    /// <inheritdoc/>
    public TimeSpan Lease => TimeSpan.Zero;

    /// <inheritdoc/>
    public ValueTask<Result<LeaseAnswer>> Acquire(LeaseRequest request, CancellationToken cancellationToken) =>
        Ask(silo.Acquire(caller, session, request, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<TimeSpan>> Renew(LeaseRenewal renewal, CancellationToken cancellationToken) =>
        Ask(silo.Renew(caller, session, renewal, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask End() => Tell(silo.End(caller, session));

    /// <inheritdoc/>
    public ValueTask Abandon() => Tell(silo.Abandon(caller, session));

    private async ValueTask<Result<T>> Ask<T>(ValueTask<Result<T>> question, CancellationToken cancellationToken)
    {
        try
        {
            return await question.AsTask().WaitAsync(cancellationToken);
        }
        catch (Exception lost) when (GridCalls.IsLoss(lost))
        {
            return calls.Unavailable();
        }
    }

    // Not told, it lapses.
    private static async ValueTask Tell(ValueTask word)
    {
        try
        {
            await word;
        }
        catch (Exception lost) when (GridCalls.IsLoss(lost))
        {
        }
    }
}
