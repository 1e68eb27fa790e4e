using System.Collections.Immutable;
using RbacGrains.Load;

namespace RbacGrains.Benchmarks;

/// <summary>Models of 13 to 1,000 areas, each with three levels and four actions.</summary>
internal static class AreaGrowth
{
    /// <summary>The curve's name.</summary>
    public const string Name = "areas";

    private static readonly ImmutableArray<int> Sizes = [13, 30, 100, 300, 1_000];

    /// <summary>Measures it.</summary>
    public static async Task<GrowthCurve> Measure(Settings settings)
    {
        var worlds = new List<(double, PolicyWorld World)>();
        foreach (var size in Sizes) worlds.Add((size, await PolicyWorld.Make(size, 1, GeneratedModel.Write(size, 3))));
        var lines = await PolicyWorld.Measure(worlds, "reading the model");
        foreach (var (_, world) in worlds) await world.DisposeAsync();
        return new GrowthCurve(Name, "Areas of one model", "areas", lines,
            [
                "Each area has three levels and four actions, so that the largest model has more than 4,000 actions.",
                "An access that is compiled for the first time goes through all areas and takes a bit for each action, twice, "
                    + "and a model is read in proportion to its length. By strings, the table of so many actions is not all in the "
                    + "processor's nearest cache.",
            ], "");
    }
}
