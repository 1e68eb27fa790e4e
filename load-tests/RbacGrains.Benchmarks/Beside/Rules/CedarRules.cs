using System.Text;
using System.Text.Json.Nodes;

namespace RbacGrains.Benchmarks;

/// <summary>
/// Cedar's policies: one for each holding, which names its actions, and one that forbids where there is a ceiling. Few policies are
/// best for it, and a scope that names a role is what its documentation advises.
/// </summary>
internal static class CedarRules
{
    /// <summary>The policies.</summary>
    public static string Policies(Product product)
    {
        var text = new StringBuilder();
        foreach (var holding in product.Holdings)
        {
            text.Append($"permit (principal in Role::\"{holding.Name}\", action{In(holding)}, resource);\n");
            if (!holding.Closed.IsEmpty)
                text.Append($"forbid (principal in Role::\"{holding.Name}\", action in [{Names(holding.Closed)}], "
                    + $"resource == Project::\"{Holding.Project}\");\n");
        }

        return text.ToString();
    }

    /// <summary>Every user, as a member of a role.</summary>
    public static JsonArray Entities(Product product) =>
    [
        .. product.Users.Select(user => new JsonObject
        {
            ["uid"] = new JsonObject { ["type"] = "User", ["id"] = user.Id },
            ["attrs"] = new JsonObject(),
            ["parents"] = new JsonArray(new JsonObject { ["type"] = "Role", ["id"] = user.Holding.Name }),
        }),
    ];

    private static string In(Holding holding) => holding.HoldsAll ? "" : $" in [{Names(holding.Actions)}]";

    private static string Names(IEnumerable<string> actions) => string.Join(", ", actions.Select(action => $"Action::\"{action}\""));
}
