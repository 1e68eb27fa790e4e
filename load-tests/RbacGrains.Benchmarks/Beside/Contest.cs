namespace RbacGrains.Benchmarks;

/// <summary>The rounds of one product's engines, taken in turns.</summary>
/// <param name="product">The product.</param>
/// <param name="own">Our engines.</param>
/// <param name="node">The engines in Node.</param>
internal sealed class Contest(Product product, OwnEngines own, NodeEngines node)
{
    /// <summary>The engines of others, and what they are called.</summary>
    public static readonly IReadOnlyList<(string Engine, string Title)> Others =
    [
        ("casl-held", "CASL `can`, the user's ability at hand"),
        ("casl", "CASL `can`, the ability found by the user's id"),
        ("casbin", "node-casbin `enforceSync`"),
        ("casbin-cached", "node-casbin `CachedEnforcer`, each answer remembered"),
        ("cedar", "Cedar wasm `statefulIsAuthorized`"),
    ];

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);

    /// <summary>The product.</summary>
    public Product Product { get; } = product;

    /// <summary>Nanoseconds for each check, of each round, by engine.</summary>
    public Dictionary<string, List<double>> Rounds { get; } = new(StringComparer.Ordinal);

    /// <summary>Asks every engine every case.</summary>
    /// <exception cref="InvalidOperationException">One of them disagrees: then nothing is measured.</exception>
    public async Task Verify()
    {
        foreach (var engine in Enum.GetValues<OwnEngine>())
            if (own.Verify(engine) is > 0 and var wrong) throw new InvalidOperationException($"{engine} answers {wrong} cases of {Product.Name} wrongly.");
        foreach (var (engine, _) in Others)
            if (await node.Verify(Product.Name, engine) is { Wrong: > 0 } found)
                throw new InvalidOperationException($"{engine} answers {found.Wrong} cases of {Product.Name} wrongly; the first is {found.First}");
    }

    /// <summary>Measures: in every second round the order is the other way round.</summary>
    public async Task Run(int rounds, TimeSpan duration)
    {
        string[] engines = [.. Enum.GetNames<OwnEngine>(), .. Others.Select(other => other.Engine)];
        foreach (var engine in engines) await One(engine, WarmUp);
        foreach (var engine in engines) Rounds[engine] = [];
        for (var round = 0; round < rounds; round++)
            foreach (var engine in round % 2 == 0 ? engines : engines.Reverse())
                Rounds[engine].Add((await One(engine, duration)).Each);
    }

    /// <summary>The median of an engine's rounds, in nanoseconds for each check.</summary>
    public double Median(string engine) => MedianOf(Rounds[engine]);

    /// <summary>How many times as long another engine takes as one of ours: the median of what single rounds say.</summary>
    public double Ratio(string engine, OwnEngine ours) => MedianOf(Rounds[engine].Zip(Rounds[ours.ToString()], (other, mine) => other / mine));

    /// <summary>The middle of some values.</summary>
    public static double MedianOf(IEnumerable<double> values)
    {
        double[] ordered = [.. values.Order()];
        return ordered.Length % 2 == 1 ? ordered[ordered.Length / 2] : (ordered[ordered.Length / 2 - 1] + ordered[ordered.Length / 2]) / 2;
    }

    private async Task<Round> One(string engine, TimeSpan duration) =>
        Enum.TryParse<OwnEngine>(engine, out var mine) ? own.Run(mine, duration) : await node.Run(Product.Name, engine, duration);
}
