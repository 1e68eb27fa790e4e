using System.Collections.Concurrent;
using System.Diagnostics;

namespace RbacGrains.Cluster.Testing;

/// <summary>When each operation of the load began and ended, and what it went through.</summary>
internal sealed class Timeline
{
    private readonly ConcurrentQueue<Entry> _entries = new();

    /// <summary>How many operations have ended.</summary>
    public int Count => _entries.Count;

    /// <summary>Notes an operation that has ended.</summary>
    /// <param name="kind">What it was.</param>
    /// <param name="begun">When it began, as a stopwatch's timestamp.</param>
    /// <param name="attempts">How often it was sent.</param>
    /// <param name="failed">Whether it was given up.</param>
    public void Note(OperationKind kind, long begun, int attempts, bool failed) =>
        _entries.Enqueue(new Entry(kind, begun, Stopwatch.GetTimestamp(), attempts, failed));

    /// <summary>What an event has done to the operations of a kind.</summary>
    /// <param name="kind">Which operations.</param>
    /// <param name="from">The event, as a stopwatch's timestamp.</param>
    public Outage Outage(OperationKind kind, long from)
    {
        var latencies = new Histogram();
        var (repeated, failed, longest, back) = (0, 0, TimeSpan.Zero, TimeSpan.Zero);
        foreach (var entry in _entries.Where(entry => entry.Kind == kind && entry.Ended >= from))
        {
            var took = Stopwatch.GetElapsedTime(entry.Begun, entry.Ended);
            latencies.Record(took);
            if (entry.Attempts > 1) repeated++;
            if (entry.Failed) failed++;
            if (took > longest) longest = took;
            if (took >= Testing.Outage.Slow) back = TimeSpan.FromTicks(Math.Max(back.Ticks, Stopwatch.GetElapsedTime(from, entry.Ended).Ticks));
        }
        return new Outage(kind, latencies.Count, repeated, failed, latencies.Percentile(0.5), latencies.Percentile(0.99), longest, back);
    }

    private sealed record Entry(OperationKind Kind, long Begun, long Ended, int Attempts, bool Failed);
}
