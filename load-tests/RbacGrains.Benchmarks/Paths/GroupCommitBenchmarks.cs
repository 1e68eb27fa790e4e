using BenchmarkDotNet.Attributes;
using RbacGrains.Storage;

namespace RbacGrains.Benchmarks;

/// <summary>Writes that come at once and share a commit, beside one transaction of as many bare rows.</summary>
public class GroupCommitBenchmarks
{
    private const int RowsAtOnce = 64;

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

    [Benchmark(Baseline = true, Description = "64 rows in one transaction")]
    public void Bare() => _bench.Bare.Write(RowsAtOnce).GetAwaiter().GetResult();

    [Benchmark(Description = "64 writes at once")]
    public void Write() => Task.WhenAll(Enumerable.Range(0, RowsAtOnce).Select(_bench.Rows.Write)).GetAwaiter().GetResult();
}
