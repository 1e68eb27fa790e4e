namespace RbacGrains.Model.Tests.Evaluation;

public sealed class ContainmentTests
{
    private static readonly Policy Free = new(Models.Cap, "free");

    private static readonly DateTimeOffset Now = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_giver_can_give_what_they_hold_and_every_action_beyond_it_is_named()
    {
        Assert.Empty(Beyond("writer", new Access { Role = "writer" }));
        Assert.Empty(Beyond("writer", new Access { Role = "guest", Grants = Given.Grants(("docs", "read"), ("files:read", Grants.Allow)) }));
        Assert.Equal(
            ["docs:change", "docs/drafts:change", "docs/final:change"],
            Beyond("writer", new Access { Role = "guest", Grants = Given.Grants(("docs", "edit")) }));
    }

    [Fact]
    public void Nobody_but_an_admin_makes_an_admin()
    {
        Assert.Equal(["owner"], Beyond("writer", new Access { Role = "owner" }));
        Assert.Empty(Beyond("owner", new Access { Role = "owner" }));
    }

    [Fact]
    public void What_the_receiver_had_already_is_not_given()
    {
        var before = new Access { Role = "guest", Grants = Given.Grants(("docs", "edit")) };

        Assert.Empty(Beyond("writer", before with { Role = "writer" }, before));
        Assert.NotEmpty(Beyond("writer", before with { Role = "writer" }, before with { Suspended = true }));
        Assert.NotEmpty(Beyond("writer", before, before with { ExpiresAt = Now.AddDays(1) }));
    }

    [Fact]
    public void A_giver_who_is_kept_to_less_in_a_project_can_give_no_more_there()
    {
        var giver = new Access { Role = "writer", Projects = [new ProjectScope { Project = "p1" }] };

        Assert.NotEmpty(Containment.Beyond(Free, giver, null, new Access { Role = "writer" }, Now));
        Assert.Empty(Containment.Beyond(Free, giver, null, new Access { Role = "writer", Projects = giver.Projects }, Now));
    }

    [Fact]
    public void A_gate_that_is_closed_now_does_not_hide_what_would_be_given() =>
        Assert.Equal(
            ["files:share"],
            Beyond("writer", new Access { Role = "guest", Grants = Given.Grants(("files:share", Grants.Allow)) }));

    [Fact]
    public void What_a_group_gives_is_judged_by_itself()
    {
        var before = new GroupGrants("team", 1, null, Given.Grants(("docs", "edit")));

        Assert.Empty(Containment.Beyond(Free, new Access { Role = "writer" }, null, new GroupGrants("team", 1, "writer", Grants.Empty), Now));
        Assert.Equal(
            ["docs:change", "docs/drafts:change", "docs/final:change"],
            Containment.Beyond(Free, new Access { Role = "writer" }, null, before, Now).AsEnumerable());
        Assert.Empty(Containment.Beyond(Free, new Access { Role = "writer" }, before, before with { Version = 2, Role = "writer" }, Now));
    }

    [Fact]
    public void What_a_giver_holds_through_a_group_can_be_given()
    {
        var giver = new Access { Role = "guest", Groups = [new GroupGrants("team", 1, "writer", Grants.Empty)] };

        Assert.Empty(Containment.Beyond(Free, giver, null, new Access { Role = "writer" }, Now));
        Assert.Equal(["files:share"], Containment.Beyond(
            Free, giver, null, new Access { Role = "guest", Grants = Given.Grants(("files:share", Grants.Allow)) }, Now).AsEnumerable());
    }

    private static string[] Beyond(string giver, Access after, Access? before = null) =>
        [.. Containment.Beyond(Free, new Access { Role = giver }, before, after, Now)];
}
