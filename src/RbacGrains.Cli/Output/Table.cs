using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace RbacGrains.Cli;

/// <summary>Rows of text under headers.</summary>
internal sealed record Table(ImmutableArray<string> Headers, ImmutableArray<ImmutableArray<string>> Rows)
{
    /// <summary>The table of some JSON objects: a column for each of the properties that are named.</summary>
    public static Table Of(IEnumerable<JsonNode?> items, params ImmutableArray<string> properties) => new(
        properties, [.. items.Select(item => properties.Select(name => CellText.Of((item as JsonObject)?[name])).ToImmutableArray())]);
}
