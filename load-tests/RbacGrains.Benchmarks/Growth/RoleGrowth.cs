using System.Collections.Immutable;
using RbacGrains.Load;

namespace RbacGrains.Benchmarks;

/// <summary>Policies of 3 to 500 roles: two of the model's, and the organization's own.</summary>
internal static class RoleGrowth
{
    /// <summary>The curve's name.</summary>
    public const string Name = "roles";

    private const int Areas = 13;

    private static readonly ImmutableArray<int> Sizes = [3, 10, 30, 100, 300, 500];

    /// <summary>Measures it.</summary>
    public static async Task<GrowthCurve> Measure(Settings settings)
    {
        var worlds = new List<(double, PolicyWorld World)>();
        foreach (var size in Sizes) worlds.Add((size, await PolicyWorld.Make(Areas, size - 2, GeneratedModel.Write(Areas, size))));
        var lines = await PolicyWorld.Measure(worlds, "reading a model of so many roles");
        foreach (var (_, world) in worlds) await world.DisposeAsync();
        return new GrowthCurve(Name, "Roles of one policy", "roles", lines,
            [
                $"Two are the model's, of {Areas} areas; the others are the organization's own, each based on one of the model's.",
                "An organization's own roles are part of its record and of its policy: a change of one writes and compiles "
                    + "all of them, and a policy takes memory, in proportion to their number. A model is read in proportion to its "
                    + "length. Decisions and changes of members depend on neither.",
            ], "");
    }
}
