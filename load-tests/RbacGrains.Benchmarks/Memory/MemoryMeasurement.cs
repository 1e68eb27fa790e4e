namespace RbacGrains.Benchmarks;

/// <summary>What a user who was asked about costs in memory: the heap after full collections, before and after every one of a million was.</summary>
internal static class MemoryMeasurement
{
    private const int Users = 1_000_000;
    private const int Shapes = 16;

    /// <summary>Measures, and reports.</summary>
    public static async Task Run(Settings settings)
    {
        var users = settings.Quick ? Users / 10 : Users;
        var report = new Report(
            "Users in memory, embedded", "what each holds", "users asked about", "bytes a user", "of it the id", "bytes a user, asked twice", "first check");
        await Measure(report, "a role alone", users, _ => new Access { Role = "member" });
        await Measure(report, $"a role and grants, of {Shapes} shapes", users, number => Granted(number % Shapes));
        await Measure(report, "a role and grants, all different", users, Granted);
        report.Say($"Load average at the end: {LoadAverage.Now}.");
        await report.Write(settings, "memory.md");
    }

    private static async Task Measure(Report report, string what, int users, Func<int, Access> access)
    {
        var organization = new SeededOrganization("acme", users, "agent-studio", number => number == 0 ? new Access { Role = "owner" } : access(number));
        using var store = await SeededStore.Write(organization);
        await using var seeded = await SeededGrid.Open(store);
        await Ask(seeded, organization, 1);
        var before = Heap.Measure();
        var first = await Cost.Of(() => ClosedLoop.Repeat(1, _ => Ask(seeded, organization, users)));
        var after = Heap.Measure();
        // A second time each is answered from what is held; what compiles for it counts.
        await Ask(seeded, organization, users);
        var again = Heap.Measure();
        report.Row(what, users, (double)(after - before) / users, IdBytes(organization), (double)(again - before) / users,
            $"{first.Latencies.Elapsed.TotalMicroseconds / users:F1} µs");
        GC.KeepAlive(seeded);
    }

    private static async Task Ask(SeededGrid seeded, SeededOrganization organization, int users)
    {
        for (var number = 0; number < users; number++)
            (await seeded.Grid.User(organization.User(number)).Check(
                Caller.Service, organization.Id, "knowledge/faqs:view", null, CancellationToken.None)).Require();
    }

    // What is different in all: the number, written in the model's levels over its areas.
    private static Access Granted(int number)
    {
        var model = ShippedModelOnce.AgentStudio;
        var grants = new List<KeyValuePair<string, string>>();
        for (var area = 0; number > 0; area++, number /= model.Levels.Length)
            grants.Add(KeyValuePair.Create(model.AreaTable.All[area].Id, model.Levels[number % model.Levels.Length].Id));
        return new Access { Role = "member", Grants = Grants.Of(grants) };
    }

    private static double IdBytes(SeededOrganization organization) => (22 + 2 * organization.User(0).Length + 7) / 8 * 8;

    private static class ShippedModelOnce
    {
        public static AuthorizationModel AgentStudio { get; } = ShippedModels.Load().Find("agent-studio")!;
    }
}
