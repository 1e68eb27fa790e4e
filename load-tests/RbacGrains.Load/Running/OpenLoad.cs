using System.Threading.Channels;

namespace RbacGrains.Load;

/// <summary>
/// Iterations that begin by a schedule. One loop hands out what is due, to whichever virtual user is free; when none is, it waits in line, and its latency
/// counts from when it was due all the same.
/// </summary>
internal sealed class OpenLoad(OpenShape shape, Iterations iterations, RunOptions options, TimeProvider clock) : ILoadLoop
{
    // What timers can do.
    private static readonly TimeSpan Finest = TimeSpan.FromMilliseconds(1);

    private readonly Channel<long> _due = Channel.CreateUnbounded<long>(new UnboundedChannelOptions { SingleWriter = true });
    private long _waiting;

    /// <inheritdoc/>
    public long Waiting => Interlocked.Read(ref _waiting);

    /// <inheritdoc/>
    public async Task Run(CancellationToken cancellationToken)
    {
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var users = Enumerable.Range(0, options.MostAtOnce).Select(user => Task.Run(() => Work(user, giveUp.Token), CancellationToken.None)).ToList();
        try
        {
            await Schedule(cancellationToken);
        }
        finally
        {
            _due.Writer.Complete();
            await using var timer = clock.CreateTimer(_ => giveUp.Cancel(), null, options.Patience, Timeout.InfiniteTimeSpan);
            await Task.WhenAll(users);
        }
        cancellationToken.ThrowIfCancellationRequested();
    }

    private async Task Schedule(CancellationToken cancellationToken)
    {
        var start = clock.GetTimestamp();
        for (long number = 0; !iterations.IsFinished; number++)
        {
            var due = shape.Due(number);
            if (due >= shape.Duration) return;
            while (due - clock.GetElapsedTime(start) is var early && early > TimeSpan.Zero)
                await Task.Delay(early > Finest ? early : Finest, clock, cancellationToken);
            Interlocked.Increment(ref _waiting);
            _due.Writer.TryWrite(start + (long)(due.TotalSeconds * clock.TimestampFrequency));
        }
    }

    private async Task Work(int number, CancellationToken giveUp)
    {
        var user = new VirtualUser(number, options.Seed);
        await foreach (var intended in _due.Reader.ReadAllAsync(CancellationToken.None))
        {
            Interlocked.Decrement(ref _waiting);
            if (iterations.IsFinished) continue;
            if (giveUp.IsCancellationRequested) iterations.GiveUp(user, intended);
            else await iterations.Run(user, intended, giveUp);
        }
    }
}
