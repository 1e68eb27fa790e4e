namespace RbacGrains.Benchmarks;

/// <summary>Our checks beside those of Cerbos, CASL, node-casbin and Cedar, on the same rules, in turns, on one machine.</summary>
internal static class BesideMeasurement
{
    private const int Connections = 64;

    /// <summary>Measures, once all agree on every case, and reports.</summary>
    public static async Task Run(Settings settings, BesideSettings beside)
    {
        Product[] products = [Product.Letta(), Product.AgentStudio()];
        var folder = Path.Combine(settings.Output, "beside-rules");
        RuleFiles.Write(folder, products);
        await using var node = await NodeEngines.Start(beside.Script, folder, beside.Packages);
        var report = new BesideReport(node.Versions);
        foreach (var product in products) report.Add(await Compare(settings, product, node));
        await using var ours = await StandaloneProgram.Start(beside.Program, products);
        await using var cerbos = await CerbosServer.Start(beside.Cerbos, folder);
        var (mine, theirs) = (new ServerCases(ours, products), new ServerCases(cerbos, products));
        report.Add(mine, theirs, await Compare(settings, mine, theirs));
        await report.Write(settings);
    }

    private static async Task<Contest> Compare(Settings settings, Product product, NodeEngines node)
    {
        await using var own = await OwnEngines.Open(product);
        var contest = new Contest(product, own, node);
        await contest.Verify();
        Console.WriteLine($"{product.Name}: all engines agree on {product.Cases.Length} cases");
        await contest.Run(settings.Quick ? 5 : 21, TimeSpan.FromMilliseconds(settings.Quick ? 100 : 250));
        return contest;
    }

    private static async Task<IReadOnlyList<double>> Compare(Settings settings, ServerCases mine, ServerCases theirs)
    {
        foreach (var server in new[] { mine, theirs })
            if (await server.Verify() is > 0 and var wrong) throw new InvalidOperationException($"{server.Server.Name} answers {wrong} cases wrongly.");
        Console.WriteLine("both servers agree on all cases");
        var (pairs, duration) = settings.Quick ? (3, TimeSpan.FromSeconds(1)) : (9, TimeSpan.FromSeconds(3));
        for (var warming = 0; warming < 2; warming++)
            foreach (var server in new[] { mine, theirs }) await server.Load(Connections, TimeSpan.FromSeconds(3));
        foreach (var server in new[] { mine, theirs }) server.Forget();
        var ratios = new List<double>();
        for (var pair = 0; pair < pairs; pair++)
        {
            foreach (var server in pair % 2 == 0 ? new[] { mine, theirs } : [theirs, mine]) await server.Load(Connections, duration);
            ratios.Add(mine.Runs[^1].PerSecond / theirs.Runs[^1].PerSecond);
        }

        return ratios;
    }
}
