namespace RbacGrains.Benchmarks;

/// <summary>Durable changes in an organization of a million members beside those in one of ten, both in one store.</summary>
internal static class LargeMeasurement
{
    private const int Many = 1_000_000;
    private const int Few = 10;

    /// <summary>Measures, and reports.</summary>
    public static async Task Run(Settings settings)
    {
        var many = SeededOrganization.Plain("many", settings.Quick ? Many / 10 : Many);
        var few = SeededOrganization.Plain("few0", Few + 1);
        using var store = await SeededStore.Write(many, few);
        await using var seeded = await SeededGrid.Open(store);
        var report = new Report(
            "Changes in a large organization", "at once", "members", "changed are", "per second", "p50", "p99", "processor time", "of the small one", "single pairs");
        var others = new int[Few];
        foreach (var concurrency in new[] { 1, Few })
        {
            // The same ten, and then others each time: members whom nobody has asked about, whose records and pages are read first.
            await Measure(settings, report, seeded, concurrency, many, few, "the same ten", (worker, count) => Change(seeded, many, worker + 1, count));
            await Measure(settings, report, seeded, concurrency, many, few, "others each time",
                (worker, _) => Change(seeded, many, Spread(many.Members, worker, others[worker]++), count: 0));
        }
        report.Say($"Measured in turns; the ratio is the median of all pairs. Load average at the end: {LoadAverage.Now}.");
        await report.Write(settings, "large.md");
    }

    private static async Task Measure(
        Settings settings,
        Report report,
        SeededGrid seeded,
        int concurrency,
        SeededOrganization many,
        SeededOrganization few,
        string which,
        Func<int, int, Task> change)
    {
        var turns = await Turns.Run(
            settings.Quick ? 4 : 24,
            TimeSpan.FromMilliseconds(400),
            concurrency,
            change,
            (worker, count) => Change(seeded, few, worker + 1, count));
        foreach (var (members, cost) in new[] { (many.Members, turns.First), (few.Members, turns.Second) })
            report.Row(concurrency, members, members == Few ? "the same ten" : which, cost.Latencies.PerSecond, cost.Latencies.Show(0.5),
                cost.Latencies.Show(0.99), $"{cost.ProcessorMicros:F0} µs", members == Few ? "" : $"{turns.Ratio:P0}", members == Few ? "" : turns.Range);
    }

    // Each worker goes through members of its own, far from one another, and through all of them before any comes twice.
    private static int Spread(int members, int worker, int count) => (int)((worker + (long)count * 7919 * Few) % (members - 1)) + 1;

    private static async Task Change(SeededGrid seeded, SeededOrganization organization, int member, int count) =>
        (await seeded.Grid.Organization(organization.Id).AssignRole(
            ChangeContext.Service, organization.User(member), count % 2 == 0 ? "editor" : "analyst")).Require();
}
