namespace RbacGrains.Model.Tests.Evaluation;

public sealed class ContainmentTests
{
    private static readonly Policy Free = new(Models.Cap, "free");

    [Fact]
    public void A_giver_can_give_what_they_hold_and_every_action_beyond_it_is_named()
    {
        var giver = new Access { Role = "writer" };

        Assert.Empty(Containment.Beyond(Free, giver, "writer", Grants.Empty));
        Assert.Empty(Containment.Beyond(Free, giver, "guest", Given.Grants(("docs", "read"), ("files:read", Grants.Allow))));
        Assert.Equal(
            ["docs:change", "docs/drafts:change", "docs/final:change"],
            Containment.Beyond(Free, giver, null, Given.Grants(("docs", "edit"))).AsEnumerable());
    }

    [Fact]
    public void Nobody_but_an_admin_makes_an_admin()
    {
        Assert.NotEmpty(Containment.Beyond(Free, new Access { Role = "writer" }, "owner", Grants.Empty));
        Assert.Empty(Containment.Beyond(Free, new Access { Role = "owner" }, "owner", Grants.Empty));
    }

    [Fact]
    public void A_gate_that_is_closed_now_does_not_hide_what_would_be_given() =>
        Assert.Equal(
            ["files:share"],
            Containment.Beyond(Free, new Access { Role = "writer" }, null, Given.Grants(("files:share", Grants.Allow))).AsEnumerable());
}
