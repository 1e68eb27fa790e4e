using System.Text.Json.Serialization;

namespace RbacGrains.Benchmarks;

/// <summary>What a path costs beside its limit. No absolute time: those are of one machine.</summary>
/// <param name="Ratio">How many times as long as the limit, by the medians of one run.</param>
/// <param name="Bytes">What one operation allocates.</param>
public sealed record PathFigures(
    [property: JsonPropertyName("ratio")] double Ratio,
    [property: JsonPropertyName("bytes")] long Bytes);
