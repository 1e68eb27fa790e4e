using BenchmarkDotNet.Attributes;
using RbacGrains.Storage;

namespace RbacGrains.Benchmarks;

/// <summary>Writes one at a time, and writes that come at once and share a commit, beside one transaction of as many bare rows.</summary>
public class StoreWriteBenchmarks
{
    private StoreBench _bench = null!;

    /// <summary>The stores of this machine; PostgreSQL only where it is installed.</summary>
    public static IEnumerable<StorageProvider> Stores => StoreBench.Installed;

    /// <summary>Where to.</summary>
    [ParamsSource(nameof(Stores))]
    public StorageProvider Store { get; set; }

    /// <summary>How many come at once.</summary>
    [Params(1, RowWrites.Most)]
    public int AtOnce { get; set; }

    // Not asynchronous: what emits the loops of measuring does not wait for that.
    [GlobalSetup]
    public void Setup() => _bench = StoreBench.Open(Store).GetAwaiter().GetResult();

    [GlobalCleanup]
    public void Cleanup() => _bench.DisposeAsync().AsTask().GetAwaiter().GetResult();

    [Benchmark(Baseline = true, Description = "rows in one transaction")]
    public void Bare() => _bench.Bare.Write(AtOnce).GetAwaiter().GetResult();

    [Benchmark(Description = "writes")]
    public void Write() => Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_bench.Rows.Write)).GetAwaiter().GetResult();
}
