using System.Globalization;
using System.Text.Json.Nodes;

namespace RbacGrains.Model.Tests.Conditions;

/// <summary>What a condition means, said once more over its JSON, in the plainest way there is.</summary>
internal static class ConditionSpecification
{
    /// <param name="condition">The condition as JSON.</param>
    /// <param name="said">What the request says, by owner.</param>
    /// <param name="stored">What the catalog says, by owner.</param>
    /// <param name="known">What the service knows, by path; null for what it does not.</param>
    public static bool Holds(JsonObject condition, JsonObject said, JsonObject stored, IReadOnlyDictionary<string, string?> known)
    {
        if (condition["all"] is JsonArray all) return all.All(inner => Holds(inner!.AsObject(), said, stored, known));
        if (condition["any"] is JsonArray any) return any.Any(inner => Holds(inner!.AsObject(), said, stored, known));
        if (condition["not"] is JsonObject not) return !Holds(not, said, stored, known);
        var (comparison, operand) = condition.Last();
        var value = Value((string)condition["property"]!, said, stored, known);
        if (comparison == "present") return value is not null == (bool)operand!;
        var other = operand is JsonObject reference ? Value((string)reference["property"]!, said, stored, known) : operand;
        if (value is null || other is null) return false;
        return comparison switch
        {
            "equals" => IsSingle(value) && Same(value, other),
            "not_equals" => IsSingle(value) && IsSingle(other) && Kind(value) == Kind(other) && !Same(value, other),
            "in" => other is JsonArray list && IsSingle(value) && list.Any(item => Same(value, item)),
            "contains" => value is JsonArray items && IsSingle(other) && items.Any(item => Same(item, other)),
            "less" => Order(value, other) < 0,
            "less_or_equal" => Order(value, other) <= 0,
            "greater" => Order(value, other) > 0,
            "greater_or_equal" => Order(value, other) >= 0,
            "starts_with" => Kind(value) == "text" && Kind(other) == "text" && ((string)value!).StartsWith((string)other!, StringComparison.Ordinal),
            _ => throw new ArgumentException($"There is no comparison '{comparison}'.", nameof(condition)),
        };
    }

    private static JsonNode? Value(string path, JsonObject said, JsonObject stored, IReadOnlyDictionary<string, string?> known)
    {
        if (known.TryGetValue(path, out var fact)) return fact is null ? null : JsonValue.Create(fact);
        var names = path.Split('.');
        var owner = said[names[0]] as JsonObject ?? [];
        JsonNode? value = owner.ContainsKey(names[1]) ? owner : stored[names[0]];
        foreach (var name in names.Skip(1)) value = (value as JsonObject)?[name];
        return value;
    }

    private static bool IsSingle(JsonNode? value) => value is JsonValue;

    private static string Kind(JsonNode? value) => value switch
    {
        JsonValue single when single.GetValueKind() is System.Text.Json.JsonValueKind.String => "text",
        JsonValue single when single.GetValueKind() is System.Text.Json.JsonValueKind.Number => "number",
        JsonValue => "truth",
        _ => "none",
    };

    private static bool Same(JsonNode? one, JsonNode? other) => IsSingle(one) && IsSingle(other) && Kind(one) == Kind(other) && (Kind(one) == "number"
        ? Number(one!) == Number(other!)
        : one!.ToJsonString() == other!.ToJsonString());

    private static int? Order(JsonNode one, JsonNode other) => (Kind(one), Kind(other)) switch
    {
        ("number", "number") => Number(one).CompareTo(Number(other)),
        ("text", "text") when Moment(one) is { } first && Moment(other) is { } second => first.CompareTo(second),
        _ => null,
    };

    private static decimal Number(JsonNode value) => decimal.Parse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture);

    // Only moments of this century have to be understood here.
    private static DateTimeOffset? Moment(JsonNode value) =>
        ((string)value!).StartsWith("20", StringComparison.Ordinal) && ((string)value!).Contains('T', StringComparison.Ordinal)
            ? DateTimeOffset.Parse((string)value!, CultureInfo.InvariantCulture)
            : null;
}
