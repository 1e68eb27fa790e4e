using System.Collections.Immutable;
using System.Globalization;

namespace RbacGrains.Benchmarks;

/// <summary>
/// Durable changes in an organization of a million members beside those in one of ten and their owner, all in one store: of members who are in
/// memory, and of members who are read for the first time. Of those an organization of ten has too few, so many such organizations take their
/// turns; and so do organizations of a hundred, which fill a page of the directory as the large one fills all of its.
/// </summary>
internal static class LargeMeasurement
{
    private const int Many = 1_000_000;
    private const int Few = 10;
    private const int Pairs = 16;
    private const int ColdOfPair = 240;

    // A prime: members that are asked for one after another are far from each other in the store.
    private const int Stride = 7919;

    /// <summary>Measures, and reports.</summary>
    public static async Task Run(Settings settings)
    {
        var (pairs, cold) = settings.Quick ? (4, 60) : (Pairs, ColdOfPair);
        var many = SeededOrganization.Plain("many", Many);
        // A member of each of them is changed once, and one of as many pages of the large one.
        var few = Small("few", Few + 1, count: 2 * pairs * cold);
        var full = Small("full", DirectoryPageState.Capacity, count: pairs * cold / 2);
        using var store = await SeededStore.Write([many, .. few, .. full]);
        await using var seeded = await SeededGrid.Open(store);
        // Only members and pages are cold, not the organizations themselves.
        foreach (var organization in few.AddRange(full).Add(many))
            (await seeded.Grid.Organization(organization.Id).Get(Caller.Service, CancellationToken.None)).Require();
        var report = new Report(
            "Changes in a large organization", "at once", "who is changed", "members", "per second", "p50", "p99", "processor time", "of the small one",
            "single pairs");
        // Each time others: a page of the large one, and a small one, after the other, never one of them twice.
        var (nextOfMany, nextOfSmall) = (1, 0);
        foreach (var concurrency in new[] { 1, Few })
        {
            Show(report, concurrency, "the same ten", many, few[0], await Turns.Run(
                pairs,
                TimeSpan.FromMilliseconds(400),
                concurrency,
                (worker, count) => Change(seeded, many, worker + 1, count),
                (worker, count) => Change(seeded, few[0], worker + 1, count)));
            await MeasureCold(concurrency, few, cold);
        }
        nextOfSmall = 0;
        await MeasureCold(1, full, cold / 2);
        report.Say($"Measured in turns; the ratio is the median of all pairs. Load average at the end: {LoadAverage.Now}.");
        await report.Write(settings, "large.md");

        async Task MeasureCold(int concurrency, ImmutableArray<SeededOrganization> small, int count) =>
            Show(report, concurrency, "others each time", many, small[0], await Turns.Run(
                pairs - 1,
                () => Cold(concurrency, count, ref nextOfMany, many.Members / DirectoryPageState.Capacity, page =>
                    Change(seeded, many, (page * DirectoryPageState.Capacity) + (page % DirectoryPageState.Capacity), count: 0)),
                () => Cold(concurrency, count, ref nextOfSmall, small.Length, place => Change(seeded, small[place], 1 + (place % Few), count: 0))));
    }

    private static ImmutableArray<SeededOrganization> Small(string name, int members, int count) =>
        [.. Enumerable.Range(0, count).Select(number => SeededOrganization.Plain(string.Create(CultureInfo.InvariantCulture, $"{name}{number:D5}"), members))];

    private static Task<Latencies> Cold(int concurrency, int count, ref int next, int places, Func<int, Task> change)
    {
        var from = next;
        next += count;
        return ClosedLoop.Count(concurrency, count, number => change((int)((from + (long)number) * Stride % places)));
    }

    private static void Show(Report report, int concurrency, string which, SeededOrganization many, SeededOrganization small, Turns turns)
    {
        report.Row(concurrency, which, many.Members, turns.First.Latencies.PerSecond, turns.First.Latencies.Show(0.5), turns.First.Latencies.Show(0.99),
            $"{turns.First.ProcessorMicros:F0} µs", $"{turns.Ratio:P0}", turns.Range);
        report.Row(concurrency, which, small.Members, turns.Second.Latencies.PerSecond, turns.Second.Latencies.Show(0.5), turns.Second.Latencies.Show(0.99),
            $"{turns.Second.ProcessorMicros:F0} µs", "", "");
    }

    private static async Task Change(SeededGrid seeded, SeededOrganization organization, int member, int count) =>
        (await seeded.Grid.Organization(organization.Id).AssignRole(
            ChangeContext.Service, organization.User(member), count % 2 == 0 ? "editor" : "analyst")).Require();
}
