namespace RbacGrains.Model.Tests.Evaluation;

public sealed class AccessTests
{
    [Fact]
    public void A_changed_copy_is_judged_by_its_own_content_and_not_by_what_the_original_compiled_to()
    {
        var policy = new Policy(Models.Cap, "free");
        var guest = new Access { Role = "guest" };
        Assert.False(policy.Allows(guest, "files:read"));

        Assert.True(policy.Allows(guest with { Role = "writer" }, "files:read"));
        Assert.False(policy.Allows(guest, "files:read"));
    }

    [Fact]
    public void An_access_is_judged_anew_by_every_policy()
    {
        var partner = new Access { Role = "partner" };

        Assert.True(new Policy(Models.Cap, "paid").Allows(partner, "files:share"));
        Assert.False(new Policy(Models.Cap, "free", version: 2).Allows(partner, "files:share"));
    }

    [Fact]
    public void A_decision_names_the_versions_that_made_it()
    {
        var policy = new Policy(Models.Cap, "free", version: 7);
        var access = new Access { Role = "writer", Version = 3 };

        Assert.Equal(
            new Decision(DecisionReason.Granted, 7, 3),
            Evaluator.Decide(policy, access, policy.Model.Actions.Resolve("files:read"), null, new ManualClock()));
    }

    [Fact]
    public void Two_with_the_same_content_are_equal()
    {
        static Access Make() => new() { Role = "writer", Grants = Given.Grants(("b", "read"), ("a", "edit")), Projects = [new ProjectScope { Project = "p" }] };

        Assert.Equal(Make(), Make());
        Assert.Equal(Make().GetHashCode(), Make().GetHashCode());
        Assert.NotEqual(Make(), Make() with { Version = 2 });
    }

    [Fact]
    public void Groups_are_part_of_what_is_held_and_sorted()
    {
        var writers = new GroupGrants("writers", 1, "writer", Grants.Empty);
        var drafts = new GroupGrants("drafts", 4, null, Given.Grants(("docs", "edit")));
        var guest = new Access { Role = "guest" };
        var member = guest.WithGroup("writers", writers).WithGroup("drafts", drafts);

        Assert.Equal([drafts, writers], member.Groups.AsEnumerable());
        Assert.Equal(member, guest.WithGroup("drafts", drafts).WithGroup("writers", writers));
        Assert.Equal(member.GetHashCode(), guest.WithGroup("drafts", drafts).WithGroup("writers", writers).GetHashCode());
        Assert.NotEqual(member, member.WithGroup("writers", writers with { Version = 2 }));
        Assert.Equal(guest, member.WithGroup("writers", null).WithGroup("drafts", null));
        Assert.Equal(drafts, member.FindGroup("drafts"));
        Assert.Null(member.FindGroup("nobody"));
    }

    [Fact]
    public void Grants_are_sorted_and_of_two_for_one_thing_the_later_holds() =>
        Assert.Equal(
            [new Grant("a", "edit"), new Grant("b", "read")],
            Given.Grants(("b", "none"), ("a", "edit"), ("b", "read")).Items.AsEnumerable());

    [Fact]
    public void A_plan_that_the_model_does_not_have_makes_no_policy() =>
        Assert.Throws<ArgumentException>(() => new Policy(Models.Cap, "gold"));
}
