using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace RbacGrains.Cli;

/// <summary>Rows of text under headers.</summary>
internal sealed record Table(ImmutableArray<string> Headers, ImmutableArray<ImmutableArray<string>> Rows)
{
    /// <summary>The table of some JSON objects: a column for each of the properties that are named.</summary>
    public static Table Of(IEnumerable<JsonNode?> items, params ImmutableArray<string> properties) => new(
        properties, [.. items.Select(item => properties.Select(name => CellText.Of((item as JsonObject)?[name])).ToImmutableArray())]);

    /// <summary>The places of the columns that say anything; on a narrow terminal the others only take its room. All, without rows.</summary>
    public ImmutableArray<int> FilledColumns() =>
        [.. Enumerable.Range(0, Headers.Length).Where(column => column == 0 || Rows.IsEmpty || Rows.Any(row => row[column].Length > 0))];
}
