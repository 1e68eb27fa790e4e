namespace RbacGrains.Model.Tests.Pages;

/// <summary>The page "Role-Based Access Control" of Letta, row for row. Its check marks are those that DESIGN.md restores.</summary>
public sealed class LettaPageTests
{
    [Fact]
    public void The_role_table_is_the_pages() => Assert.Equal(LettaPage.Table, RoleMatrix.Of(Shipped.Letta).ToMarkdown());

    [Fact]
    public void Every_action_outside_the_areas_stands_in_exactly_one_row() =>
        Assert.Equal(
            Shipped.Letta.Actions.Names.Order(StringComparer.Ordinal),
            Shipped.Letta.Matrix.SelectMany(row => row.Actions).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("free")]
    [InlineData("enterprise")]
    public void An_editor_makes_and_reads_api_keys_but_deletes_none_on_any_plan(string plan)
    {
        var policy = new Policy(Shipped.Letta, plan);
        var editor = new Access { Role = "editor" };

        Assert.True(policy.Allows(editor, "api_keys:create"));
        Assert.True(policy.Allows(editor, "api_keys:read"));
        Assert.False(policy.Allows(editor, "api_keys:delete"));
    }

    [Theory]
    [InlineData("analyst", false)]
    [InlineData("editor", false)]
    [InlineData("admin", true)]
    public void Only_admins_may_invite_and_change_members(string role, bool allowed)
    {
        var policy = new Policy(Shipped.Letta, "free");
        var needed = Shipped.Letta.Administration;

        Assert.Equal(allowed, policy.Allows(new Access { Role = role }, needed[AdministrativeOperation.InviteMembers]));
        Assert.Equal(allowed, policy.Allows(new Access { Role = role }, needed[AdministrativeOperation.ChangeMembers]));
    }

    [Fact]
    public void A_denial_is_a_401_and_a_role_must_be_named()
    {
        Assert.Equal(401, Shipped.Letta.DenialStatus);
        Assert.Null(Shipped.Letta.DefaultRole);
    }
}
