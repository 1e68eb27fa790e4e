using System.Diagnostics.Metrics;

namespace RbacGrains.Storage.Tests;

/// <summary>Counts a database's transactions and the writes in them.</summary>
internal sealed class CommitCounter : IDisposable
{
    private readonly MeterListener _listener = new();
    private int _transactions;
    private int _writes;

    public CommitCounter(Database database)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter == database.Metrics.Meter) listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<int>((_, writes, _, _) =>
        {
            Interlocked.Increment(ref _transactions);
            Interlocked.Add(ref _writes, writes);
        });
        _listener.Start();
    }

    public int Transactions => _transactions;

    public int Writes => _writes;

    public void Dispose() => _listener.Dispose();
}
