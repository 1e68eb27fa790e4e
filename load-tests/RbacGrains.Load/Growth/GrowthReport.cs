using System.Text.Json;
using System.Text.Json.Serialization;

namespace RbacGrains.Load;

/// <summary>
/// Curves in a folder: <c>growth.json</c>, <c>growth.md</c>, <c>growth.html</c> and of each curve a picture, <c>growth-members.svg</c>. Curves that were
/// measured one at a time meet there.
/// </summary>
public static class GrowthReport
{
    private const string Name = "growth";

    /// <summary>Adds a curve, in the place of one of its name, and writes all files anew.</summary>
    /// <param name="curve">The curve.</param>
    /// <param name="folder">The folder; it is made if need be.</param>
    /// <exception cref="JsonException">The folder's <c>growth.json</c> is none of this program's.</exception>
    /// <exception cref="IOException">It cannot be written there.</exception>
    public static async Task Keep(GrowthCurve curve, string folder)
    {
        ArgumentNullException.ThrowIfNull(curve);
        Directory.CreateDirectory(folder);
        var json = Path.Combine(folder, $"{Name}.json");
        var kept = File.Exists(json) ? Read(await File.ReadAllTextAsync(json)) : [];
        var place = kept.FindIndex(other => other.Name == curve.Name);
        if (place < 0) kept.Add(curve);
        else kept[place] = curve;
        await File.WriteAllTextAsync(json, JsonSerializer.Serialize(kept, GrowthJsonContext.Default.ListGrowthCurve) + "\n");
        await File.WriteAllTextAsync(Path.Combine(folder, $"{Name}.md"), GrowthMarkdown.Write(kept, Picture));
        await File.WriteAllTextAsync(Path.Combine(folder, $"{Name}.html"), GrowthHtml.Write(kept));
        if (GrowthCharts.Of(curve).ToList() is { Count: > 0 } charts)
            await File.WriteAllTextAsync(Path.Combine(folder, Picture(curve)), ChartPicture.Write(curve.Title, charts));
    }

    private static List<GrowthCurve> Read(string json) =>
        JsonSerializer.Deserialize(json, GrowthJsonContext.Default.ListGrowthCurve) ?? throw new JsonException("There are no curves, but null.");

    private static string Picture(GrowthCurve curve) => $"{Name}-{curve.Name}.svg";
}

/// <summary>The names of curves in JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UseStringEnumConverter = true,
    WriteIndented = true,
    IgnoreReadOnlyProperties = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(List<GrowthCurve>))]
internal sealed partial class GrowthJsonContext : JsonSerializerContext;
