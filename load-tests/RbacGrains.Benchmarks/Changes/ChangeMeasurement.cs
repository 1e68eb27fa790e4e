namespace RbacGrains.Benchmarks;

/// <summary>Durable changes of a role on the embedded grid, beside the store's own writes of one row at the same concurrency.</summary>
internal static class ChangeMeasurement
{
    private const int Members = 64;

    /// <summary>Measures, and reports.</summary>
    public static async Task Run(Settings settings)
    {
        await using var acme = await TemporaryGrid.Open();
        await Task.WhenAll(Enumerable.Range(0, Members).Select(member => acme.Add($"member-{member}")));
        var organization = acme.Grid.Organization("acme");
        var record = await acme.Database.Read(new StateKey("user", "member-0"), CancellationToken.None);
        var rows = new RowWrites(acme.Database, Members, record!.Payload.Length);
        var report = new Report(
            "Durable changes on SQLite", "at once", "what", "per second", "p50", "p99", "processor time", "allocated", "of the limit", "single pairs");
        foreach (var concurrency in new[] { 1, Members })
        {
            var turns = await Turns.Run(
                settings.Quick ? 4 : 20,
                TimeSpan.FromMilliseconds(settings.Quick ? 250 : 500),
                concurrency,
                (member, count) => Change(organization, member, count),
                (row, _) => rows.Write(row));
            Show(report, concurrency, "change of a role, with its audit entry", turns.First, $"{turns.Ratio:P0}", turns.Range);
            Show(report, concurrency, "write of one row, as large as the member's, without audit", turns.Second, "", "");
        }

        report.Say($"Measured in turns; the ratio is the median of all pairs. Load average at the end: {LoadAverage.Now}.");
        await report.Write(settings, "changes.md");
    }

    private static void Show(Report report, int concurrency, string what, Cost cost, string ratio, string range) => report.Row(
        concurrency, what, cost.Latencies.PerSecond, cost.Latencies.Show(0.5), cost.Latencies.Show(0.99), $"{cost.ProcessorMicros:F1} µs",
        $"{cost.Bytes / 1024:F1} KiB", ratio, range);

    private static async Task Change(IOrganization organization, int member, int count) => (await organization.AssignRole(
        ChangeContext.Service, $"member-{member}", count % 2 == 0 ? "editor" : "analyst")).Require();
}
