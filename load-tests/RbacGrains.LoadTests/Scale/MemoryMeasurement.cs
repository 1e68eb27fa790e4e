using System.Diagnostics;
using RbacGrains.Storage;

namespace RbacGrains.LoadTests;

/// <summary>
/// What an active user costs: the heap after a full collection and the process's memory, before every user was asked about once and after; and
/// how long that first check took, which reads the user from the database. In a silo of this process, whose heap can be looked at.
/// </summary>
internal static class MemoryMeasurement
{
    private const int AtOnce = 16;

    // So many are woken up first: they load the code, the policies and the connections, which are not theirs.
    private const int WarmUp = 5_000;

    // So many one after another, for how long a waking takes that waits for nothing else.
    private const int OneByOne = 2_000;

    /// <summary>Measures.</summary>
    public static async Task<MemoryFigures> Run(Population population, string connectionString)
    {
        await using var silo = await Silo.Start(new GridStorageOptions
        {
            Provider = StorageProvider.Postgres,
            ConnectionString = $"{connectionString};Maximum Pool Size=25",
            MigrateOnStart = false,
        });
        await Wake(silo.Grid, population, 0, WarmUp, AtOnce);
        for (var organization = 0; organization < population.Organizations; organization++)
            (await silo.Grid.Organization(Population.Organization(organization)).Get(Caller.Service, CancellationToken.None)).Require();
        var before = Look();
        var single = await Wake(silo.Grid, population, WarmUp, OneByOne, 1);
        var begun = Stopwatch.GetTimestamp();
        var many = await Wake(silo.Grid, population, WarmUp + OneByOne, population.Users - WarmUp - OneByOne, AtOnce);
        var elapsed = Stopwatch.GetElapsedTime(begun);
        var after = Look();
        var woken = population.Users - WarmUp;
        return new MemoryFigures(
            woken, (after.Heap - before.Heap) / (double)woken, (after.Resident - before.Resident) / (double)woken,
            single.Percentile(0.5).TotalMilliseconds, single.Percentile(0.99).TotalMilliseconds,
            many.Count / elapsed.TotalSeconds, many.Percentile(0.5).TotalMilliseconds, many.Percentile(0.99).TotalMilliseconds);
    }

    private static async Task<Histogram> Wake(IGrid grid, Population population, int first, int count, int atOnce)
    {
        var next = first - 1;
        var all = new Histogram();
        var workers = await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Task.Run(async () =>
        {
            var histogram = new Histogram();
            for (var user = Interlocked.Increment(ref next); user < first + count; user = Interlocked.Increment(ref next))
            {
                var begun = Stopwatch.GetTimestamp();
                var answer = await grid.User(Population.User(user)).Check(Population.Organization(population.OrganizationOf(user)), "agents:read");
                histogram.Record(Stopwatch.GetElapsedTime(begun));
                if (!answer.Require().Allowed) throw new InvalidOperationException($"The member {Population.User(user)} was answered {answer}");
            }
            return histogram;
        })));
        foreach (var worker in workers) all.Add(worker);
        return all;
    }

    private static (long Heap, long Resident) Look()
    {
        for (var collection = 0; collection < 3; collection++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }
        using var self = Process.GetCurrentProcess();
        return (GC.GetTotalMemory(forceFullCollection: true), self.WorkingSet64);
    }
}

/// <summary>What was found.</summary>
/// <param name="Woken">How many users were woken up between the two looks.</param>
/// <param name="HeapBytes">The heap that each cost.</param>
/// <param name="ResidentBytes">The process's memory that each cost.</param>
/// <param name="SingleP50">The first check of a user, one at a time, in milliseconds.</param>
/// <param name="SingleP99">The same for 99 of 100.</param>
/// <param name="PerSecond">First checks a second, sixteen at a time.</param>
/// <param name="ManyP50">How long each of those took.</param>
/// <param name="ManyP99">The same for 99 of 100.</param>
internal sealed record MemoryFigures(
    int Woken, double HeapBytes, double ResidentBytes, double SingleP50, double SingleP99, double PerSecond, double ManyP50, double ManyP99);
