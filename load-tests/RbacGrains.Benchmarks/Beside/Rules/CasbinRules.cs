using System.Text;

namespace RbacGrains.Benchmarks;

/// <summary>
/// Casbin's model and policy. One row for each holding and resource, with the verbs as a group of actions, keeps the rows few, and
/// the matcher compares first what is cheapest: casbin looks at the rows one after another.
/// </summary>
internal static class CasbinRules
{
    /// <summary>The model. Only where there are projects does it have domains, and rows that deny.</summary>
    public static string Model(Product product) => product.HasProjects
        ? """
          [request_definition]
          r = sub, dom, obj, act

          [policy_definition]
          p = sub, dom, obj, act, eft

          [role_definition]
          g = _, _
          g2 = _, _

          [policy_effect]
          e = some(where (p.eft == allow)) && !some(where (p.eft == deny))

          [matchers]
          m = r.obj == p.obj && (p.dom == "*" || r.dom == p.dom) && g(r.sub, p.sub) && g2(r.act, p.act)
          """
        : """
          [request_definition]
          r = sub, obj, act

          [policy_definition]
          p = sub, obj, act

          [role_definition]
          g = _, _
          g2 = _, _

          [policy_effect]
          e = some(where (p.eft == allow))

          [matchers]
          m = r.obj == p.obj && g(r.sub, p.sub) && g2(r.act, p.act)
          """;

    /// <summary>The policy.</summary>
    public static string Policy(Product product)
    {
        var text = new StringBuilder();
        var groups = new SortedDictionary<string, Rule>(StringComparer.Ordinal);
        foreach (var holding in product.Holdings)
        {
            foreach (var rule in Rule.Of(holding.Actions)) Row(holding, "*", rule, "allow");
            foreach (var rule in Rule.Of(holding.Closed)) Row(holding, Holding.Project, rule, "deny");
        }

        foreach (var user in product.Users) text.Append($"g, {user.Id}, {user.Holding.Name}\n");
        foreach (var (group, rule) in groups)
            foreach (var verb in rule.Verbs) text.Append($"g2, {verb}, {group}\n");
        return text.ToString();

        void Row(Holding holding, string project, Rule rule, string effect)
        {
            var group = $"can-{string.Join('-', rule.Verbs)}";
            groups[group] = rule;
            text.Append(product.HasProjects
                ? $"p, {holding.Name}, {project}, {rule.Resource}, {group}, {effect}\n"
                : $"p, {holding.Name}, {rule.Resource}, {group}\n");
        }
    }
}
