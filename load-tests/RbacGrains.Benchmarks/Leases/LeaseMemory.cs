using System.Globalization;
using RbacGrains.Client;

namespace RbacGrains.Benchmarks;

/// <summary>What a million held accesses cost in memory: the client and the registry that grants them, both in this process.</summary>
internal static class LeaseMemory
{
    private const int Accesses = 1_000_000;
    private const int Organizations = 10_000;

    public static async Task Run(Settings settings)
    {
        var count = settings.Quick ? Accesses / 10 : Accesses;
        var report = new Report("Held accesses", "held", "MB, client and registry", "bytes each");
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var grid = LeaseBench.Grid(count);
        await Fill(grid, count);
        var used = GC.GetTotalMemory(forceFullCollection: true) - before;
        report.Row(grid.Held, used / 1e6, (double)used / grid.Held);
        await report.Write(settings, "leases-memory.md");
        await grid.DisposeAsync();
    }

    private static async Task Fill(LeasedGrid grid, int count)
    {
        const int AtOnce = 2000;
        for (var first = 0; first < count; first += AtOnce)
            await Task.WhenAll(Enumerable.Range(first, Math.Min(AtOnce, count - first)).Select(number => grid.Allows(
                LeaseBench.User(number),
                string.Create(CultureInfo.InvariantCulture, $"organization{number % Organizations:D5}"),
                "agents:create").AsTask()));
    }
}
