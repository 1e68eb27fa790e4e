using System.Diagnostics.Metrics;

namespace RbacGrains.Storage;

/// <summary>What storage measures, on the meter <c>RbacGrains.Storage</c>.</summary>
internal sealed class StorageMetrics : IDisposable
{
    private readonly Histogram<int> _writes;
    private readonly Histogram<double> _duration;

    public StorageMetrics()
    {
        _writes = Meter.CreateHistogram<int>("rbac.storage.commit.writes", "{write}", "Writes that shared one transaction.");
        _duration = Meter.CreateHistogram<double>("rbac.storage.commit.duration", "s", "Duration of a transaction, from begin to durable.");
    }

    public Meter Meter { get; } = new("RbacGrains.Storage");

    public void Committed(int writes, TimeSpan elapsed)
    {
        _writes.Record(writes);
        _duration.Record(elapsed.TotalSeconds);
    }

    public void Dispose() => Meter.Dispose();
}
