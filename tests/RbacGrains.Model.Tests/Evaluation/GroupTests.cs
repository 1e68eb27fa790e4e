namespace RbacGrains.Model.Tests.Evaluation;

public sealed class GroupTests
{
    private static readonly Policy Free = new(Models.Cap, "free");
    private static readonly Policy Paid = new(Models.Cap, "paid");

    [Theory]
    // Whatever any source gives is given.
    [InlineData("guest", "", "writer", "", "files:read", true)]
    [InlineData("guest", "", "", "files:read=allow", "files:read", true)]
    [InlineData("guest", "docs=edit", "", "docs=none", "docs:change", true)]
    [InlineData("guest", "docs=none", "", "docs=edit", "docs:change", true)]
    [InlineData("writer", "", "guest", "", "files:write", true)]
    [InlineData("guest", "", "guest", "", "files:read", false)]
    // Each source inherits for itself: the parent of one does not carry the sub-area of another.
    [InlineData("guest", "docs=edit", "", "docs/drafts=none", "docs/drafts:change", true)]
    [InlineData("guest", "docs=read", "", "docs/drafts=edit", "docs/drafts:change", false)]
    [InlineData("guest", "docs=edit, docs/drafts=none", "", "docs/drafts=edit", "docs/drafts:view", false)]
    [InlineData("guest", "", "", "docs=read, docs/drafts=edit", "docs/drafts:change", false)]
    // Nobody is an admin through a group, and a role that is not offered, or does not exist, gives nothing.
    [InlineData("guest", "", "owner", "", "files:read", false)]
    [InlineData("guest", "", "owner", "docs=read", "docs:view", true)]
    [InlineData("guest", "", "partner", "", "files:read", false)]
    [InlineData("guest", "", "ghost", "", "files:read", false)]
    // A gate for named roles opens to a role through a group, and to nobody else.
    [InlineData("guest", "board=edit", "writer", "", "board:change", false)]
    [InlineData("guest", "board=edit", "partner", "", "board:change", false)]
    [InlineData("guest", "board=edit", "owner", "", "board:change", false)]
    // An admin holds everything in any case.
    [InlineData("owner", "", "guest", "docs=none", "docs:change", true)]
    public void The_most_permissive_of_all_sources_holds(
        string role, string grants, string ofGroup, string inGroup, string action, bool allowed) =>
        Assert.Equal(allowed, Free.Allows(Member(role, grants, ofGroup, inGroup), action));

    [Fact]
    public void A_gate_opens_to_a_role_through_a_group()
    {
        var member = Member("guest", "board=edit", "", "");

        Assert.Equal(DecisionReason.Gated, Paid.Reason(member, "board:change"));
        Assert.Equal(DecisionReason.Granted, Paid.Reason(Member("guest", "board=edit", "partner", ""), "board:change"));
        Assert.Equal(DecisionReason.Gated, Free.Reason(Member("guest", "board=edit", "partner", ""), "board:change"));
    }

    [Fact]
    public void Ceilings_restrict_what_groups_give()
    {
        var member = Member("guest", "", "writer", "files:share=allow");

        Assert.Equal(DecisionReason.Gated, Free.Reason(member, "files:share"));
        Assert.Equal(DecisionReason.Suspended, Free.Reason(member with { Suspended = true }, "files:read"));
        Assert.Equal(DecisionReason.Expired, Free.Reason(member with { ExpiresAt = ManualClock.Start }, "files:read"));
        var within = member with { Projects = [new ProjectScope { Project = "p1", Grants = Given.Grants(("files:read", Grants.Allow)) }] };
        Assert.True(Free.Allows(within, "files:read", "p1"));
        Assert.Equal(DecisionReason.OutsideProjectScope, Free.Reason(within, "files:write", "p1"));
        Assert.True(Free.Allows(within, "files:write", "p2"));
    }

    [Fact]
    public void Members_whose_groups_give_the_same_share_what_that_compiles_to()
    {
        var one = Member("guest", "", "writer", "docs=edit");
        var older = one with { Groups = [one.Groups[0] with { Group = "other", Version = 7 }] };

        Assert.Same(one.Under(Free), older.Under(Free));
        Assert.NotSame(one.Under(Free), Member("guest", "", "writer", "docs=read").Under(Free));
        Assert.NotSame(one.Under(Free), Member("guest", "", "", "docs=edit").Under(Free));
    }

    [Fact]
    public void Effective_access_names_what_each_source_gives_before_anything_restricts_it()
    {
        var member = Member("writer", "files:share=allow", "owner", "docs=edit") with { Suspended = true };
        var effective = Free.Effective(member);

        Assert.Empty(effective.Actions);
        Assert.Equal(["role writer", "grants ", "group team"], effective.Sources.Select(source => $"{source.Kind} {source.Id}"));
        Assert.Equal(
            ["files:read", "files:write", "docs:view", "docs/drafts:view", "docs/final:view"],
            effective.Sources[0].Actions.AsEnumerable());
        Assert.Equal([new("docs", "read"), new("docs/drafts", "read"), new("docs/final", "read")], effective.Sources[0].Areas.AsEnumerable());
        Assert.Equal(["files:share"], effective.Sources[1].Actions.AsEnumerable());
        Assert.Empty(effective.Sources[1].Areas);
        Assert.Equal([new("docs", "edit"), new("docs/drafts", "edit"), new("docs/final", "edit")], effective.Sources[2].Areas.AsEnumerable());
    }

    [Fact]
    public void The_levels_in_effect_are_the_highest_of_all_sources()
    {
        var effective = Free.Effective(Member("writer", "board=read", "", "docs=edit, docs/final=none"));

        Assert.Equal("edit", effective.LevelIn("docs/drafts"));
        Assert.Equal("read", effective.LevelIn("docs/final"));
        Assert.Equal("read", effective.LevelIn("board"));
    }

    private static Access Member(string role, string grants, string ofGroup, string inGroup) => new()
    {
        Role = role,
        Grants = Read(grants),
        Groups = [new GroupGrants("team", 1, ofGroup.Length == 0 ? null : ofGroup, Read(inGroup))],
    };

    private static Grants Read(string grants) => Given.Grants([.. grants
        .Split(", ", StringSplitOptions.RemoveEmptyEntries)
        .Select(grant => (grant.Split('=')[0], grant.Split('=')[1]))]);
}
