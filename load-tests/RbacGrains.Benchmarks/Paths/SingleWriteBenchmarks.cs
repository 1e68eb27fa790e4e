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

    [GlobalSetup]
    public async Task Setup() => _bench = await StoreBench.Open(Store, RowsAtOnce);

    [GlobalCleanup]
    public async Task Cleanup() => await _bench.DisposeAsync();

    [Benchmark(Baseline = true, Description = "one row")]
    public Task Bare() => _bench.Bare.Write(RowsAtOnce);

    [Benchmark(Description = "write")]
    public Task Write() => _bench.Rows.Write(0);
}
