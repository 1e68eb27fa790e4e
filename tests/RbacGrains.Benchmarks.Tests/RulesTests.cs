namespace RbacGrains.Benchmarks.Tests;

public sealed class RulesTests
{
    [Fact]
    public void The_cases_ask_every_action_of_both_products_and_have_both_answers()
    {
        foreach (var product in new[] { Product.Letta(), Product.AgentStudio() })
        {
            Assert.Equal(product.Policy.Model.Actions.Names.Order(), product.Cases.Select(one => one.Action).Distinct().Order());
            Assert.Contains(product.Cases, one => one.Allowed);
            Assert.Contains(product.Cases, one => !one.Allowed);
            Assert.Equal(product.Users.Length, product.Cases.Select(one => one.User).Distinct().Count());
        }
    }

    [Fact]
    public void An_analyst_of_letta_may_not_delete_api_keys_and_an_admin_may()
    {
        var cases = Product.Letta().Cases.Where(one => one.Action == "api_keys:delete").ToLookup(one => one.Holding, one => one.Allowed);

        Assert.All(cases["analyst"], Assert.False);
        Assert.All(cases["admin"], Assert.True);
    }

    [Fact]
    public void A_ceiling_in_a_project_is_a_denial_to_the_others()
    {
        var studio = Product.AgentStudio();
        var rules = CaslRules.Of(studio);

        Assert.Contains(rules["mixed-with-ceiling"]!.AsArray(), rule => (bool?)rule!["inverted"] == true);
        Assert.DoesNotContain(rules["mixed"]!.AsArray(), rule => (bool?)rule!["inverted"] == true);
        Assert.Contains("forbid (principal in Role::\"mixed-with-ceiling\"", CedarRules.Policies(studio), StringComparison.Ordinal);
        Assert.Contains("EFFECT_DENY, roles: [\"mixed-with-ceiling\"]", CerbosRules.Policies(studio).Aggregate("", (all, one) => all + one.Text), StringComparison.Ordinal);
        Assert.Contains("p, mixed-with-ceiling, shop, ", CasbinRules.Policy(studio), StringComparison.Ordinal);
    }
}
