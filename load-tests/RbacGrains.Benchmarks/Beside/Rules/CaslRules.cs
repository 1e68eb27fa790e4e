using System.Text.Json.Nodes;

namespace RbacGrains.Benchmarks;

/// <summary>CASL's raw rules, for each holding; who holds everything manages all, as its documentation says it.</summary>
internal static class CaslRules
{
    /// <summary>Writes them.</summary>
    public static JsonObject Of(Product product) => new(product.Holdings.Select(holding => KeyValuePair.Create(holding.Name, (JsonNode?)Of(holding))));

    private static JsonArray Of(Holding holding)
    {
        if (holding.HoldsAll) return [new JsonObject { ["action"] = "manage", ["subject"] = "all" }];
        JsonArray rules = [.. Rule.Of(holding.Actions).Select(rule => Of(rule))];
        foreach (var rule in Rule.Of(holding.Closed))
        {
            var closed = Of(rule);
            closed["inverted"] = true;
            closed["conditions"] = new JsonObject { ["project"] = Holding.Project };
            rules.Add((JsonNode)closed);
        }

        return rules;
    }

    private static JsonObject Of(Rule rule) => new()
    {
        ["action"] = new JsonArray([.. rule.Verbs.Select(verb => (JsonNode)verb)]),
        ["subject"] = rule.Resource,
    };
}
