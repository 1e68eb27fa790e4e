namespace RbacGrains.Load;

/// <summary>How a run goes, second by second.</summary>
internal sealed class Series(Recorder recorder, Traffic? traffic, TimeProvider clock)
{
    // A shorter one, as at the end, would say little of a rate.
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(0.25);

    private readonly long _begun = clock.GetTimestamp();
    private readonly List<SecondFigures> _seconds = [];
    private TimeSpan _last;
    private long _sent = traffic?.Sent ?? 0;
    private long _received = traffic?.Received ?? 0;

    /// <summary>What was taken so far.</summary>
    public IReadOnlyList<SecondFigures> Seconds => _seconds;

    /// <summary>Takes what was measured since the last time; nothing where that was a moment ago.</summary>
    public SecondFigures? Take()
    {
        var now = clock.GetElapsedTime(_begun);
        var length = now - _last;
        if (length < Shortest) return null;
        var window = recorder.TakeWindow();
        var errors = window.Errors.Values.Sum();
        var (sent, received) = (traffic?.Sent ?? 0, traffic?.Received ?? 0);
        var second = new SecondFigures(
            now.TotalSeconds,
            (window.Latency.Count - errors) / length.TotalSeconds,
            errors / length.TotalSeconds,
            window.Latency.PercentileNanoseconds(0.5) / 1e3,
            window.Latency.PercentileNanoseconds(0.99) / 1e3,
            (sent - _sent) / length.TotalSeconds,
            (received - _received) / length.TotalSeconds);
        (_last, _sent, _received) = (now, sent, received);
        _seconds.Add(second);
        return second;
    }
}
