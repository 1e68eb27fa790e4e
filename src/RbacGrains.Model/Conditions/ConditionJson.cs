using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace RbacGrains.Model;

/// <summary>Conditions as JSON, with the keys of documents. Meant for what this service wrote itself: documents are read by <see cref="ModelReader"/>.</summary>
public static class ConditionJson
{
    /// <summary>The JSON of a condition.</summary>
    public static JsonObject Of(Condition condition) => condition switch
    {
        AllOf all => new JsonObject { ["all"] = List(all.Conditions) },
        AnyOf any => new JsonObject { ["any"] = List(any.Conditions) },
        NoneOf not => new JsonObject { ["not"] = Of(not.Inner) },
        Comparison comparison => new JsonObject
        {
            ["property"] = comparison.Property.Text,
            [Comparison.KeyOf(comparison.Operator)] = Operand(comparison),
        },
        _ => throw new ArgumentOutOfRangeException(nameof(condition), condition, "A condition of an unknown kind."),
    };

    /// <summary>The condition that a JSON is of.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static Condition Parse(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object) throw new JsonException("A condition is an object.");
        if (json.TryGetProperty("all", out var all)) return new AllOf([.. all.EnumerateArray().Select(Parse)]);
        if (json.TryGetProperty("any", out var any)) return new AnyOf([.. any.EnumerateArray().Select(Parse)]);
        if (json.TryGetProperty("not", out var not)) return new NoneOf(Parse(not));
        var path = Path(json);
        foreach (var @operator in Enum.GetValues<ComparisonOperator>())
        {
            if (!json.TryGetProperty(Comparison.KeyOf(@operator), out var operand)) continue;
            return operand.ValueKind == JsonValueKind.Object
                ? new Comparison(path, @operator, Path(operand))
                : new Comparison(path, @operator, Values(operand));
        }
        throw new JsonException("A condition compares a property.");
    }

    private static JsonArray List(ImmutableArray<Condition> conditions) => new([.. conditions.Select(Of)]);

    private static JsonNode Operand(Comparison comparison) =>
        comparison.Other is { } other ? new JsonObject { ["property"] = other.Text }
        : comparison.Operator == ComparisonOperator.In ? new JsonArray([.. comparison.Values.Select(value => value.ToJson())])
        : comparison.Values[0].ToJson();

    private static PropertyPath Path(JsonElement json) =>
        json.TryGetProperty("property", out var path) && PropertyPath.Parse(path.GetString() ?? "") is { } parsed
            ? parsed
            : throw new JsonException("A condition names a property.");

    private static ImmutableArray<SingleValue> Values(JsonElement json) => json.ValueKind == JsonValueKind.Array
        ? [.. json.EnumerateArray().Select(Value)]
        : [Value(json)];

    private static SingleValue Value(JsonElement json) => SingleValue.Of(json) ?? throw new JsonException("A condition compares with single values.");
}
