namespace RbacGrains.Benchmarks;

/// <summary>Durable changes of a role on the embedded grid, beside the store's own writes of one row at the same concurrency.</summary>
internal static class ChangeMeasurement
{
    private const int Pairs = 3;
    private const int Members = 64;

    /// <summary>Measures, and reports.</summary>
    public static async Task Run(Settings settings)
    {
        await using var acme = await TemporaryGrid.Open();
        await Task.WhenAll(Enumerable.Range(0, Members).Select(member => acme.Add($"member-{member}")));
        var organization = acme.Grid.Organization("acme");
        var rows = new RowWrites(acme.Database, Members);
        var duration = TimeSpan.FromSeconds(settings.Quick ? 0.5 : 2);
        var report = new Report("Durable changes on SQLite", "at once", "what", "per second", "p50", "p99", "of the limit");
        foreach (var concurrency in new[] { 1, Members })
        {
            List<Latencies> changes = [], writes = [];
            for (var pair = 0; pair < Pairs; pair++)
            {
                changes.Add(await ClosedLoop.Run(concurrency, duration, (member, count) => Change(organization, member, count)));
                writes.Add(await ClosedLoop.Run(concurrency, duration, (row, _) => rows.Write(row)));
            }

            var (change, write) = (Latencies.Of(changes), Latencies.Of(writes));
            report.Row(concurrency, "change of a role, with its audit entry", change.PerSecond, change.Show(0.5), change.Show(0.99),
                $"{change.PerSecond / write.PerSecond:P0}");
            report.Row(concurrency, "write of one row, as large, without audit", write.PerSecond, write.Show(0.5), write.Show(0.99), "");
        }

        await report.Write(settings, "changes.md");
    }

    private static async Task Change(IOrganization organization, int member, int count) => (await organization.AssignRole(
        ChangeContext.Service, $"member-{member}", count % 2 == 0 ? "editor" : "analyst")).Require();
}
