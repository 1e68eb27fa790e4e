using System.Text.Json;
using System.Text.Json.Nodes;

namespace RbacGrains.Model.Tests.Conditions;

/// <summary>Conditions as the service judges them, against the specification over their JSON.</summary>
public sealed class RandomConditionTests
{
    private static readonly string[] Owners = ["subject", "resource", "action", "context"];

    private static readonly string[] Names = ["a", "b", "c", "id", "type", "role"];

    // Written as JSON, so that a test that fails can be read.
    private static readonly string[] Singles =
    [
        "\"\"", "\"x\"", "\"xy\"", "\"alice\"", "\"r1\"", "\"editor\"", "1", "1.0", "2", "-3.5", "true", "false",
        "\"2026-06-01T12:00:00Z\"", "\"2026-06-01T14:00:00+02:00\"", "\"2026-06-02T00:00-07:00\"",
    ];

    private readonly Random _dice = new(20260601);

    [Fact]
    public void A_condition_is_judged_as_its_specification_says()
    {
        var held = 0;
        for (var round = 0; round < 40_000; round++)
        {
            var json = RandomCondition(depth: 0);
            var condition = ConditionJson.Parse(JsonElement.Parse(json.ToJsonString()));
            var (said, stored) = (Bag(), Bag());
            var hasResource = _dice.Next(2) == 0;
            var email = _dice.Next(2) == 0 ? "x" : null;
            var facts = new ConditionFacts
            {
                User = "alice",
                Email = email,
                Resource = hasResource ? new ResourceReference("x", "r1") : null,
                Request = new RequestProperties { Subject = Of(said, 0), Resource = Of(said, 1), Action = Of(said, 2), Context = Of(said, 3) },
                StoredSubject = Of(stored, 0),
                StoredResource = Of(stored, 1),
            };
            var known = new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["subject.id"] = "alice",
                ["member.role"] = "editor",
                ["member.email"] = email,
                ["resource.type"] = hasResource ? "x" : null,
                ["resource.id"] = hasResource ? "r1" : null,
            };
            var catalog = new JsonObject { ["subject"] = stored["subject"]!.DeepClone(), ["resource"] = stored["resource"]!.DeepClone() };

            var expected = ConditionSpecification.Holds(json, said, catalog, known);

            Assert.True(expected == condition.Holds(facts, "editor"), $"{condition} over {said} and {catalog} should be {expected}.");
            Assert.Equal(condition, ConditionJson.Parse(JsonElement.Parse(ConditionJson.Of(condition).ToJsonString())));
            if (expected) held++;
        }
        Assert.InRange(held, 5_000, 35_000);
    }

    private JsonObject RandomCondition(int depth) => (depth < 3 ? _dice.Next(7) : 6) switch
    {
        0 => new JsonObject { ["all"] = Some(depth) },
        1 => new JsonObject { ["any"] = Some(depth) },
        2 => new JsonObject { ["not"] = RandomCondition(depth + 1) },
        _ => RandomComparison(),
    };

    private JsonArray Some(int depth) => new([.. Enumerable.Range(0, _dice.Next(1, 4)).Select(_ => (JsonNode?)RandomCondition(depth + 1))]);

    private JsonObject RandomComparison()
    {
        var @operator = Comparison.KeyOf(Pick(Enum.GetValues<ComparisonOperator>()));
        JsonNode operand = @operator == "present" ? _dice.Next(2) == 0
            : _dice.Next(4) == 0 ? new JsonObject { ["property"] = Path() }
            : @operator == "in" ? new JsonArray([.. Enumerable.Range(0, _dice.Next(1, 5)).Select(_ => JsonNode.Parse(Pick(Singles)))])
            : JsonNode.Parse(Pick(Singles))!;
        return new JsonObject { ["property"] = Path(), [@operator] = operand };
    }

    private string Path() => _dice.Next(8) switch
    {
        0 => "member.role",
        1 => "member.email",
        2 => $"{Pick(Owners)}.{Pick(Names)}.{Pick(Names)}",
        _ => $"{Pick(Owners)}.{Pick(Names)}",
    };

    private JsonObject Bag() => new(Owners.Select(owner => KeyValuePair.Create(owner, (JsonNode?)Values(depth: 0))));

    private JsonObject Values(int depth) =>
        new(Names.Where(_ => _dice.Next(2) == 0).Select(name => KeyValuePair.Create(name, RandomValue(depth))));

    private JsonNode? RandomValue(int depth) => _dice.Next(8) switch
    {
        0 => null,
        1 => new JsonArray([.. Enumerable.Range(0, _dice.Next(4)).Select(_ => JsonNode.Parse(Pick(Singles)))]),
        2 when depth < 2 => Values(depth + 1),
        _ => JsonNode.Parse(Pick(Singles)),
    };

    private static Properties Of(JsonObject bag, int owner) => Records.Properties(bag[Owners[owner]]!.ToJsonString());

    private T Pick<T>(T[] values) => values[_dice.Next(values.Length)];
}
