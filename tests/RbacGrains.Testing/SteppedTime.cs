namespace RbacGrains.Testing;

/// <summary>A time that stands still until a test moves it, with the timers that fall due on the way.</summary>
public sealed class SteppedTime : TimeProvider
{
    private readonly Lock _guard = new();
    private readonly List<SteppedTimer> _timers = [];
    private long _ticks;
    private long _end;

    /// <summary>A tick of it is one of <see cref="TimeSpan"/>.</summary>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override long GetTimestamp() => Interlocked.Read(ref _ticks);

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero).AddTicks(GetTimestamp());

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SteppedTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>
    /// Moves it; what falls due meanwhile is called before this returns, in its order. Whoever moves it at the same time moves it further, and nobody back.
    /// </summary>
    public void Advance(TimeSpan time)
    {
        var end = Interlocked.Add(ref _end, time.Ticks);
        while (NextDue(end) is { } next) next.Fire();
        lock (_guard) Interlocked.Exchange(ref _ticks, Math.Max(end, GetTimestamp()));
    }

    private SteppedTimer? NextDue(long end)
    {
        lock (_guard)
        {
            var next = _timers.Where(timer => timer.Due <= end).MinBy(timer => timer.Due);
            if (next is null) return null;
            Interlocked.Exchange(ref _ticks, Math.Max(next.Due!.Value, GetTimestamp()));
            next.Due = next.Period is { } period ? next.Due + period : null;
            return next;
        }
    }

    private sealed class SteppedTimer(SteppedTime time, TimerCallback callback, object? state) : ITimer
    {
        public long? Due { get; set; }

        public long? Period { get; private set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._guard)
            {
                Due = dueTime == Timeout.InfiniteTimeSpan ? null : time.GetTimestamp() + dueTime.Ticks;
                Period = period == Timeout.InfiniteTimeSpan || period == TimeSpan.Zero ? null : period.Ticks;
                time._timers.Remove(this);
                if (Due is not null) time._timers.Add(this);
            }
            return true;
        }

        public void Dispose()
        {
            lock (time._guard) time._timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
