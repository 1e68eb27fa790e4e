using System.Text.Json;

namespace RbacGrains.Model;

/// <summary>
/// Every key that documents have, by section. <see cref="Fields"/> reads no other, and the published JSON Schema is tested
/// against them.
/// </summary>
internal static class DocumentSections
{
    public static readonly DocumentSection Document = new(
        "document",
        ["model", "version", "title", "plans", "roles"],
        ["description", "source", "denial_status", "inheritance", "default_role", "resources", "levels", "areas", "presets",
            "gates", "matrix", "administration"],
        []);

    public static readonly DocumentSection Plan = new("plan", ["plan", "title"], [], ["plan", "title"]);

    public static readonly DocumentSection Level = new(
        "level", ["level", "title"], ["description", "verbs"], ["level", "title"]);

    public static readonly DocumentSection Area = new(
        "area", ["title"], ["area", "description", "shared_by", "sub_areas"], ["area", "title"]);

    public static readonly DocumentSection SubArea = new(
        "sub-area", ["title"], ["area", "description", "shared_by"], ["area", "title"]);

    public static readonly DocumentSection Role = new(
        "role", ["role", "title"], ["description", "admin", "plans", "actions", "areas"], ["role", "title"]);

    public static readonly DocumentSection ConditionalAction = new("conditional action", ["action", "when"], [], ["action"]);

    public static readonly DocumentSection Condition = new(
        "condition", [], ["all", "any", "not", "property", .. Enum.GetValues<ComparisonOperator>().Select(Comparison.KeyOf)], []);

    public static readonly DocumentSection OtherProperty = new("other property", ["property"], [], []);

    public static readonly DocumentSection Preset = new("preset", ["title", "areas"], ["preset"], ["preset", "title"]);

    public static readonly DocumentSection Gate = new(
        "gate", ["title", "actions"], ["gate", "plans", "roles"], ["gate", "title"]);

    public static readonly DocumentSection MatrixRow = new("row", ["row"], ["actions", "areas"], ["row"]);

    public static readonly DocumentSection Administration = new(
        "administration", [], [.. Enum.GetValues<AdministrativeOperation>().Select(KeyOf)], []);

    /// <summary>An administrative operation as documents write it.</summary>
    public static string KeyOf(AdministrativeOperation operation) =>
        JsonNamingPolicy.SnakeCaseLower.ConvertName(operation.ToString());
}
