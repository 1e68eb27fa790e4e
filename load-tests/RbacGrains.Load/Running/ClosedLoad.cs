namespace RbacGrains.Load;

/// <summary>Virtual users who begin their next iteration when their last has ended.</summary>
internal sealed class ClosedLoad(ClosedShape shape, Iterations iterations, RunOptions options, TimeProvider clock) : ILoadLoop
{
    // Steps that never wait would keep their thread from all others, and from what reports the progress.
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(1);

    /// <inheritdoc/>
    public long Waiting => 0;

    /// <inheritdoc/>
    public Task Run(CancellationToken cancellationToken)
    {
        var start = clock.GetTimestamp();
        return Task.WhenAll(Enumerable.Range(0, shape.Copies).Select(copy => Task.Run(() => Work(copy, start, cancellationToken), cancellationToken)));
    }

    private async Task Work(int copy, long start, CancellationToken cancellationToken)
    {
        var user = new VirtualUser(copy, options.Seed);
        var (from, until) = shape.Working(copy);
        if (from - clock.GetElapsedTime(start) is var early && early > TimeSpan.Zero) await Task.Delay(early, clock, cancellationToken);
        var turn = clock.GetTimestamp();
        for (var now = turn; clock.GetElapsedTime(start, now) < until && !iterations.IsFinished;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            now = await iterations.Run(user, now, cancellationToken);
            if (clock.GetElapsedTime(turn, now) < Turn) continue;
            await Task.Yield();
            now = turn = clock.GetTimestamp();
        }
    }
}
