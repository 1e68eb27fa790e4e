namespace RbacGrains.Model.Tests.CustomRoles;

public sealed class NarrowingTests
{
    [Theory]
    [InlineData("agents:update", "none", true)]
    [InlineData("agents:read", "allow", false)]
    [InlineData("agents:delete", "allow", false)]
    public void Who_loses_an_action_is_affected_and_who_gains_one_is_not(string action, string level, bool affected) =>
        Assert.Equal(affected, Narrowing.Affects(With(), With((action, level)), new Access { Role = "support" }));

    [Fact]
    public void Who_holds_the_action_otherwise_is_not_affected()
    {
        var holder = new Access { Role = "support", Grants = Given.Grants(("agents:update", "allow")) };

        Assert.False(Narrowing.Affects(With(), With(("agents:update", "none")), holder));
    }

    [Fact]
    public void Who_is_limited_by_the_role_in_a_project_is_affected_there()
    {
        var limited = new Access { Role = "editor", Projects = [new ProjectScope { Project = "p1", Role = "support" }] };

        Assert.True(Narrowing.Affects(With(), With(("agents:update", "none")), limited));
        Assert.False(Narrowing.Affects(With(), With(("billing:manage", "allow")), limited));
    }

    [Fact]
    public void Who_widens_a_role_holds_what_it_gains_on_every_plan()
    {
        var editor = new Access { Role = "editor" };
        var present = With();
        var later = new Policy(Shipped.Letta, "free", 2, [.. With(("billing:manage", "allow")).CustomRoles.Select(role => role with { Plans = ["enterprise"] })]);

        Assert.Empty(Containment.Beyond(present, editor, With(("agents:delete", "allow")), ["support"]));
        Assert.Equal(["billing:manage"], Containment.Beyond(present, editor, With(("billing:manage", "allow")), ["support"]).AsEnumerable());
        Assert.Equal(["billing:manage"], Containment.Beyond(present, editor, later, ["support"]).AsEnumerable());
        Assert.Empty(Containment.Beyond(present, new Access { Role = "admin" }, later, ["support"]));
    }

    [Fact]
    public void Nobody_widens_the_role_that_they_hold()
    {
        var support = new Access { Role = "support" };

        Assert.Equal(["api_keys:read"], Containment.Beyond(With(), support, With(("api_keys:read", "allow")), ["support"]).AsEnumerable());
    }

    [Fact]
    public void Whose_hands_are_tied_in_a_project_widens_no_role_that_holds_there()
    {
        var limited = new Access { Role = "editor", Projects = [new ProjectScope { Project = "p1", Role = "analyst" }] };

        Assert.Equal(["agents:delete"], Containment.Beyond(With(), limited, With(("agents:delete", "allow")), ["support"]).AsEnumerable());
    }

    private static Policy With(params (string On, string Level)[] grants) => new(
        Shipped.Letta,
        "free",
        1,
        [
            new CustomRole
            {
                Id = "support",
                Title = "Support",
                BasedOn = "analyst",
                Grants = Given.Grants([("agents:update", "allow"), .. grants]),
            },
        ]);
}
