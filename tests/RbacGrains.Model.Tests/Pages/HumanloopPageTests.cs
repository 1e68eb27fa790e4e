namespace RbacGrains.Model.Tests.Pages;

/// <summary>The page "Access Roles" of Humanloop, row for row.</summary>
public sealed class HumanloopPageTests
{
    [Fact]
    public void The_role_table_is_the_pages() => Assert.Equal(HumanloopPage.Table, RoleMatrix.Of(Shipped.Humanloop).ToMarkdown());

    [Fact]
    public void Every_action_stands_in_exactly_one_row() =>
        Assert.Equal(
            Shipped.Humanloop.Actions.Names.Order(StringComparer.Ordinal),
            Shipped.Humanloop.Matrix.SelectMany(row => row.Actions).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("member", "files:create")]
    [InlineData("developer", "deployments:manage")]
    public void Member_and_Developer_are_of_the_enterprise_tier_only(string role, string action)
    {
        var holder = new Access { Role = role };

        Assert.True(new Policy(Shipped.Humanloop, "enterprise").Allows(holder, action));
        Assert.False(new Policy(Shipped.Humanloop, "free").Allows(holder, action));
    }

    [Fact]
    public void A_member_cannot_see_organization_wide_api_keys()
    {
        var policy = new Policy(Shipped.Humanloop, "enterprise");

        Assert.False(policy.Allows(new Access { Role = "member" }, "api_keys:read"));
        Assert.True(policy.Allows(new Access { Role = "developer" }, "api_keys:read"));
    }

    [Fact]
    public void An_admin_holds_everything_on_the_free_plan_too()
    {
        var policy = new Policy(Shipped.Humanloop, "free");

        Assert.Equal(Shipped.Humanloop.Actions.Names.AsEnumerable(), policy.Effective(new Access { Role = "admin" }).Actions);
    }
}
