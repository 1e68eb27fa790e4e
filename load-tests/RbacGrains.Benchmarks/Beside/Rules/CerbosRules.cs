using System.Text;

namespace RbacGrains.Benchmarks;

/// <summary>Cerbos's resource policies, one for each resource or area: which roles may do what, and what a project's ceiling denies them.</summary>
internal static class CerbosRules
{
    /// <summary>The configuration: nothing written down about decisions, nothing reported, nothing watched.</summary>
    public static string Configuration(string policies, int port, int grpcPort) => $"""
        server:
          httpListenAddr: "127.0.0.1:{port}"
          grpcListenAddr: "127.0.0.1:{grpcPort}"
        storage:
          driver: disk
          disk:
            directory: {policies}
            watchForChanges: false
        audit:
          enabled: false
        telemetry:
          disabled: true

        """;

    /// <summary>What a resource or area is called there.</summary>
    public static string Kind(Product product, string resource) => $"{product.Name}:{resource}";

    /// <summary>The policies, by the names of their files.</summary>
    public static IEnumerable<(string File, string Text)> Policies(Product product)
    {
        var resources = product.Policy.Model.Actions.Names.Select(action => Rule.Split(action).Resource).Distinct(StringComparer.Ordinal);
        return resources.Select((resource, number) => ($"{product.Name}-{number:D3}.yaml", Policy(product, resource)));
    }

    private static string Policy(Product product, string resource)
    {
        var text = new StringBuilder($"""
            apiVersion: api.cerbos.dev/v1
            resourcePolicy:
              version: default
              resource: "{Kind(product, resource)}"
              rules:

            """);
        foreach (var holding in product.Holdings)
        {
            foreach (var rule in Rule.Of(holding.Actions).Where(rule => rule.Resource == resource))
                text.Append($"    - {{ actions: [{Quote(rule)}], effect: EFFECT_ALLOW, roles: [\"{holding.Name}\"] }}\n");
            foreach (var rule in Rule.Of(holding.Closed).Where(rule => rule.Resource == resource))
                text.Append($"    - {{ actions: [{Quote(rule)}], effect: EFFECT_DENY, roles: [\"{holding.Name}\"], "
                    + $"condition: {{ match: {{ expr: 'has(R.attr.project) && R.attr.project == \"{Holding.Project}\"' }} }} }}\n");
        }

        return text.ToString();
    }

    private static string Quote(Rule rule) => string.Join(", ", rule.Verbs.Select(verb => $"\"{verb}\""));
}
