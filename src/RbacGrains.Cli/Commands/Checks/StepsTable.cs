using System.Text.Json.Nodes;

namespace RbacGrains.Cli;

/// <summary>The steps of an explanation as a table.</summary>
internal static class StepsTable
{
    /// <summary>The table.</summary>
    public static Table Of(IEnumerable<JsonNode?> steps) => Table.Of(steps, "kind", "effect", "subject", "level", "text");
}
