using System.Text.Json;
using System.Text.Json.Serialization;

namespace RbacGrains.Benchmarks;

/// <summary>What paths have cost beside their limits, to compare runs with.</summary>
/// <param name="TimeTolerance">How many times its ratio a path may have before it counts as slower; at least 1.</param>
/// <param name="BytesTolerance">How many times its bytes it may allocate; at least 1. What allocated nothing may allocate nothing.</param>
/// <param name="Paths">The paths, by name.</param>
public sealed record Baseline(
    [property: JsonPropertyName("time_tolerance")] double TimeTolerance,
    [property: JsonPropertyName("bytes_tolerance")] double BytesTolerance,
    [property: JsonPropertyName("paths")] SortedDictionary<string, PathFigures> Paths)
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true };

    /// <summary>The tolerances of a new baseline.</summary>
    public static Baseline Empty => new(1.5, 1.1, new SortedDictionary<string, PathFigures>(StringComparer.Ordinal));

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">It is no baseline; the message says why.</exception>
    public static Baseline Read(string text)
    {
        try
        {
            var read = JsonSerializer.Deserialize<Baseline>(text, Json);
            if (read is not { TimeTolerance: >= 1, BytesTolerance: >= 1, Paths: not null })
                throw new InvalidDataException("A baseline has a time_tolerance and a bytes_tolerance of at least 1, and paths.");
            return read;
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"The baseline cannot be read: {exception.Message}", exception);
        }
    }

    /// <summary>The text of a file.</summary>
    public string Write() => JsonSerializer.Serialize(this, Json) + "\n";

    /// <summary>The same with what a run has measured; what it has not measured stays.</summary>
    public Baseline With(IEnumerable<MeasuredPath> measured)
    {
        var paths = new SortedDictionary<string, PathFigures>(Paths, StringComparer.Ordinal);
        foreach (var path in measured) paths[path.Name] = path.Figures with { Ratio = Math.Round(path.Figures.Ratio, 3) };
        return this with { Paths = paths };
    }

    /// <summary>Compares a run with this, path by path in ordinal order.</summary>
    public IReadOnlyList<ComparedPath> Compare(IEnumerable<MeasuredPath> measured)
    {
        var now = measured.ToDictionary(path => path.Name, StringComparer.Ordinal);
        return
        [
            .. Paths.Keys.Union(now.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .Select(name => Compare(name, Paths.GetValueOrDefault(name), now.GetValueOrDefault(name))),
        ];
    }

    private ComparedPath Compare(string name, PathFigures? before, MeasuredPath? now) => new(name, before, now, (before, now) switch
    {
        (null, _) => PathVerdict.New,
        (_, null) => PathVerdict.NotMeasured,
        _ when now.Figures.Bytes > before.Bytes * BytesTolerance => PathVerdict.AllocatesMore,
        // Beyond the tolerance by the medians, and beyond the baseline at the favourable end of the spread, too.
        _ when now.Figures.Ratio > before.Ratio * TimeTolerance && now.LeastRatio > before.Ratio => PathVerdict.Slower,
        _ => PathVerdict.Fine,
    });
}
