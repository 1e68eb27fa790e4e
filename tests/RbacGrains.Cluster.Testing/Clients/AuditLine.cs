using System.Text.Json;

namespace RbacGrains.Cluster.Testing;

/// <summary>What the audit log says of one change, as far as trials ask.</summary>
internal sealed record AuditLine(string Kind, string Target, string? Actor, string? Operation)
{
    /// <summary>Reads a line.</summary>
    public static AuditLine Of(JsonElement json) => new(
        Text(json, "kind")!, Text(json, "target")!, Text(json, "actor"), Text(json, "operation_id"));

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
