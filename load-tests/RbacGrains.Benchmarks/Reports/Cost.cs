namespace RbacGrains.Benchmarks;

/// <summary>What operations of one kind cost.</summary>
/// <param name="Latencies">How long each took.</param>
/// <param name="Processor">The processor time of the whole process meanwhile.</param>
/// <param name="Allocated">The bytes that the process allocated meanwhile.</param>
internal sealed record Cost(Latencies Latencies, TimeSpan Processor, long Allocated)
{
    /// <summary>Processor time of one operation, in microseconds.</summary>
    public double ProcessorMicros => Processor.TotalMicroseconds / Latencies.Count;

    /// <summary>Bytes allocated for one operation.</summary>
    public double Bytes => (double)Allocated / Latencies.Count;

    /// <summary>Runs operations and counts.</summary>
    public static async Task<Cost> Of(Func<Task<Latencies>> run)
    {
        var (processor, allocated) = (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes());
        var latencies = await run();
        return new Cost(latencies, Environment.CpuUsage.TotalTime - processor, GC.GetTotalAllocatedBytes() - allocated);
    }

    /// <summary>Several runs as one.</summary>
    public static Cost Of(IReadOnlyCollection<Cost> runs) => new(
        Latencies.Of([.. runs.Select(run => run.Latencies)]),
        runs.Aggregate(TimeSpan.Zero, (sum, run) => sum + run.Processor),
        runs.Sum(run => run.Allocated));
}
