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

    [GlobalSetup]
    public async Task Setup() => _bench = await StoreBench.Open(Store, RowsAtOnce);

    [GlobalCleanup]
    public async Task Cleanup() => await _bench.DisposeAsync();

    [Benchmark(Baseline = true, Description = "64 rows in one transaction")]
    public Task Bare() => _bench.Bare.Write(RowsAtOnce);

    [Benchmark(Description = "64 writes at once")]
    public Task Write() => Task.WhenAll(Enumerable.Range(0, RowsAtOnce).Select(_bench.Rows.Write));
}
