using RbacGrains.Load;

namespace RbacGrains.Benchmarks;

/// <summary><c>growth</c>: every curve, or those that are named.</summary>
internal static class GrowthCommand
{
    private static readonly (string Name, Func<Settings, Task<GrowthCurve>> Measure)[] Curves =
    [
        (MemberGrowth.Name, MemberGrowth.Measure),
        (OrganizationGrowth.Name, OrganizationGrowth.Measure),
        (RoleGrowth.Name, RoleGrowth.Measure),
        (AreaGrowth.Name, AreaGrowth.Measure),
    ];

    /// <summary>Measures and writes them.</summary>
    /// <param name="settings">How, and where to.</param>
    /// <param name="names">The curves; none for all.</param>
    /// <returns>The program's exit code.</returns>
    public static async Task<int> Run(Settings settings, IReadOnlyCollection<string> names)
    {
        if (names.FirstOrDefault(name => !Array.Exists(Curves, curve => curve.Name == name)) is { } unknown)
        {
            await Console.Error.WriteLineAsync(
                $"There is no curve '{unknown}'. There are: {string.Join(", ", Curves.Select(curve => curve.Name))}.");
            return 2;
        }
        foreach (var (name, measure) in Curves)
        {
            if (names.Count > 0 && !names.Contains(name)) continue;
            var before = LoadAverage.Now;
            var curve = await measure(settings);
            curve = curve with { LoadAverage = $"{before} and {LoadAverage.Now}" };
            Console.WriteLine($"{curve.Title}\n{string.Join(" | ", curve.Columns)}");
            foreach (var row in curve.Rows()) Console.WriteLine(string.Join(" | ", row));
            await GrowthReport.Keep(curve, settings.Output);
        }
        return 0;
    }
}
