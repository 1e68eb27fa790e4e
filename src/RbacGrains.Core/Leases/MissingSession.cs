namespace RbacGrains.Core;

/// <summary>A session that is not there, or is another caller's; the two cannot be told apart.</summary>
/// <param name="id">What it was asked for as.</param>
internal sealed class MissingSession(string id) : ILeaseSession
{
    /// <inheritdoc/>
    public string Id => id;

    /// <inheritdoc/>
    public TimeSpan Lease => TimeSpan.Zero;

    /// <inheritdoc/>
    public ValueTask<Result<LeaseAnswer>> Acquire(LeaseRequest request, CancellationToken cancellationToken) => new(LeaseRules.Ended);

    /// <inheritdoc/>
    public ValueTask<Result<TimeSpan>> Renew(LeaseRenewal renewal, CancellationToken cancellationToken) => new(LeaseRules.Ended);

    /// <inheritdoc/>
    public ValueTask End() => default;

    /// <inheritdoc/>
    public ValueTask Abandon() => default;
}
