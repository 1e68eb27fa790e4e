using BenchmarkDotNet.Attributes;
using RbacGrains.Storage;

namespace RbacGrains.Benchmarks;

/// <summary>One write at a time, beside a transaction of one bare row.</summary>
public class SingleWriteBenchmarks
{
    private const int RowsAtOnce = 1;

    private StoreBench _bench = null!;

    /// <summary>The stores of this machine; PostgreSQL only where it is installed.</summary>
    public static IEnumerable<StorageProvider> Stores => StoreBench.Installed;

    /// <summary>Where to.</summary>
    [ParamsSource(nameof(Stores))]
    public StorageProvider Store { get; set; }

    // Not asynchronous: what emits the loops of measuring does not wait for that.
    [GlobalSetup]
    public void Setup() => _bench = StoreBench.Open(Store, RowsAtOnce).GetAwaiter().GetResult();

    [GlobalCleanup]
    public void Cleanup() => _bench.DisposeAsync().AsTask().GetAwaiter().GetResult();

    [Benchmark(Baseline = true, Description = "one row")]
    public void Bare() => _bench.Bare.Write(RowsAtOnce).GetAwaiter().GetResult();

    [Benchmark(Description = "write")]
    public void Write() => _bench.Rows.Write(0).GetAwaiter().GetResult();
}
