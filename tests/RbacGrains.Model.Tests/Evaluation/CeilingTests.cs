namespace RbacGrains.Model.Tests.Evaluation;

/// <summary>Plans, gates, suspension, expiry and project scopes: they restrict, and never give.</summary>
public sealed class CeilingTests
{
    private static readonly Policy Free = new(Models.Cap, "free");
    private static readonly Policy Paid = new(Models.Cap, "paid");

    [Fact]
    public void A_role_that_the_plan_does_not_offer_gives_nothing_and_leaves_the_grants_beside_it()
    {
        var partner = new Access { Role = "partner", Grants = Given.Grants(("keys:read", Grants.Allow)) };

        Assert.Equal(["keys:read"], Free.Effective(partner).Actions.AsEnumerable());
        Assert.Equal(
            ["files:read", "files:share", "keys:read", "board:view", "board:change"], Paid.Effective(partner).Actions.AsEnumerable());
    }

    [Fact]
    public void A_role_that_nobody_declared_gives_nothing() => Assert.Empty(Paid.Effective(new Access { Role = "stranger" }).Actions);

    [Fact]
    public void An_admin_holds_everything_that_the_plan_allows_whatever_the_grants_and_projects_say()
    {
        var owner = new Access
        {
            Role = "owner",
            Grants = Given.Grants(("docs", "none")),
            Projects = [new ProjectScope { Project = "closed" }],
        };

        Assert.Equal(Models.Cap.Actions.Names.AsEnumerable(), Paid.Effective(owner, "closed").Actions);
        Assert.Equal(Models.Cap.Actions.Names.Except(["files:share"]), Free.Effective(owner).Actions);
        Assert.All(Free.Effective(owner, "closed").Areas, area => Assert.Equal("edit", area.Level));
    }

    [Fact]
    public void A_gate_closes_what_is_granted_to_roles_and_on_plans_that_it_does_not_name()
    {
        var writer = new Access { Role = "writer", Grants = Given.Grants(("board", "edit"), ("files:share", Grants.Allow)) };

        Assert.Equal(DecisionReason.Gated, Free.Reason(writer, "files:share"));
        Assert.Equal(DecisionReason.Granted, Paid.Reason(writer, "files:share"));
        Assert.Equal(DecisionReason.Gated, Paid.Reason(writer, "board:change"));
        Assert.Equal(DecisionReason.NotGranted, Free.Reason(new Access { Role = "writer" }, "files:share"));
    }

    [Fact]
    public void A_suspended_member_holds_nothing_until_that_ends()
    {
        var writer = new Access { Role = "writer", Suspended = true };

        Assert.Equal(DecisionReason.Suspended, Free.Reason(writer, "files:read"));
        Assert.Empty(Free.Effective(writer).Actions);
        Assert.Equal("none", Free.Effective(writer).LevelIn("docs"));
        Assert.True(Free.Allows(writer with { Suspended = false }, "files:read"));
    }

    [Fact]
    public void A_suspended_or_expired_admin_holds_nothing_either()
    {
        Assert.False(Paid.Allows(new Access { Role = "owner", Suspended = true }, "files:read"));
        Assert.False(Paid.Allows(new Access { Role = "owner", ExpiresAt = ManualClock.Start }, "files:read"));
    }

    [Fact]
    public void A_membership_ends_at_the_moment_of_its_expiry_and_not_before()
    {
        var clock = new ManualClock();
        var writer = new Access { Role = "writer", ExpiresAt = ManualClock.Start.AddMinutes(1) };

        clock.Now = ManualClock.Start.AddMinutes(1).AddTicks(-1);
        Assert.Equal(DecisionReason.Granted, Free.Reason(writer, "files:read", clock: clock));
        clock.Now = ManualClock.Start.AddMinutes(1);
        Assert.Equal(DecisionReason.Expired, Free.Reason(writer, "files:read", clock: clock));
        Assert.Equal("none", Free.Effective(writer, clock: clock).LevelIn("docs"));
    }

    [Fact]
    public void Somebody_who_is_no_member_is_denied_as_such() =>
        Assert.Equal(DecisionReason.NotMember, Free.Reason(null, "files:read"));

    [Fact]
    public void An_action_that_the_model_does_not_have_is_not_allowed_even_to_an_admin() =>
        Assert.False(Paid.Allows(new Access { Role = "owner" }, "files:burn"));
}
