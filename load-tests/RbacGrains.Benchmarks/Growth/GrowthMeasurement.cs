namespace RbacGrains.Benchmarks;

/// <summary>What adding a member costs in organizations of 10 to 100,000 members, and what reading a page of the list does.</summary>
internal static class GrowthMeasurement
{
    private const int Measured = 100;
    private const int AtOnce = 256;

    private static readonly int[] Sizes = [10, 100, 1_000, 10_000, 100_000];

    /// <summary>Grows an organization, and measures and reports on the way.</summary>
    public static async Task Run(Settings settings)
    {
        await using var acme = await TemporaryGrid.Open();
        await Warm(acme);
        var report = new Report("Growth of one organization on SQLite", "members", "adding one: p50", "p90", "page of 100, first", "page of 100, last",
            "search of one", "count of a search");
        var members = 1;
        foreach (var size in settings.Quick ? Sizes[..4] : Sizes)
        {
            members = await Grow(acme, members, size);
            var adding = await Add(acme, members);
            members += (int)adding.Count;
            report.Row(size, adding.Show(0.5), adding.Show(0.9), (await ReadPage(acme, null)).Show(0.5), (await ReadPage(acme, LastPage(members))).Show(0.5),
                (await Search(acme)).Show(0.5), (await Count(acme)).Show(0.5));
        }

        await report.Write(settings, "growth.md");
    }

    // A program that has just started is slower until its code has been compiled for good, and a new database until its
    // write-ahead log has grown to its size: a sync then has no length of a file to write.
    private static async Task Warm(TemporaryGrid acme)
    {
        await using (var other = await TemporaryGrid.Open())
        {
            await Grow(other, 1, 5_000);
            for (var round = 0; round < 10; round++) await ReadPage(other, null);
        }
        var rows = new RowWrites(acme.Database, AtOnce);
        await ClosedLoop.Run(AtOnce, TimeSpan.FromSeconds(2), (row, _) => rows.Write(row));
    }

    // Until there is one fewer than so many. Many at once, so that they share transactions.
    private static async Task<int> Grow(TemporaryGrid acme, int members, int size)
    {
        var missing = Enumerable.Range(members, Math.Max(0, size - 1 - members));
        await Parallel.ForEachAsync(
            missing, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (member, _) => await acme.Add($"member-{member:D6}"));
        return Math.Max(members, size - 1);
    }

    // One after another, over as many as a page of the directory holds: a fuller page costs more, and the average is what counts.
    private static Task<Latencies> Add(TemporaryGrid acme, int members) =>
        ClosedLoop.Repeat(members < Measured ? 9 : Measured, number => acme.Add($"member-{members + number:D6}"));

    private static Task<Latencies> ReadPage(TemporaryGrid acme, string? token) => ClosedLoop.Repeat(20, async _ =>
        (await acme.Grid.Organization("acme").ListMembers(
            Caller.Service, new MemberFilter(), new PageRequest(100, token), CancellationToken.None)).Require());

    // Nobody but one is found, so the whole list is gone through.
    private static Task<Latencies> Search(TemporaryGrid acme) => ClosedLoop.Repeat(20, async _ =>
        (await acme.Grid.Organization("acme").ListMembers(
            Caller.Service, new MemberFilter(Search: "OWNER"), new PageRequest(100), CancellationToken.None)).Require());

    private static Task<Latencies> Count(TemporaryGrid acme) => ClosedLoop.Repeat(20, async _ =>
        (await acme.Grid.Organization("acme").CountMembers(Caller.Service, new MemberFilter(Search: "7"), CancellationToken.None)).Require());

    // The list's own tokens would take a walk through all of it; this one names a place near its end.
    private static string LastPage(int members) => $"{Math.Max(0, members / 100 - 2)}-0";
}
