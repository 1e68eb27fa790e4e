namespace RbacGrains.Model.Tests.Evaluation;

public sealed class ProjectScopeTests
{
    private static readonly Policy Policy = new(Models.Cap, "paid");

    private static readonly Access Writer = new()
    {
        Role = "writer",
        Projects =
        [
            new ProjectScope { Project = "closed" },
            new ProjectScope { Project = "readable", Grants = Given.Grants(("files:read", Grants.Allow), ("keys:read", Grants.Allow)) },
            new ProjectScope { Project = "roomy", Role = "owner" },
            new ProjectScope { Project = "short", Role = "writer", ExpiresAt = ManualClock.Start.AddHours(1) },
        ],
    };

    [Theory]
    [InlineData(null, "files:read files:write")]
    [InlineData("elsewhere", "files:read files:write")]
    [InlineData("closed", "")]
    [InlineData("readable", "files:read")]
    [InlineData("roomy", "files:read files:write")]
    public void A_scope_bounds_what_is_held_within_its_project_and_gives_nothing_beyond_it(string? project, string actions) =>
        Assert.Equal(
            actions, string.Join(' ', Policy.Effective(Writer, project).Actions.Where(action => !action.StartsWith("docs", StringComparison.Ordinal))));

    [Fact]
    public void Levels_within_a_project_are_the_least_of_both()
    {
        var editor = new Access
        {
            Role = "guest",
            Grants = Given.Grants(("docs", "edit"), ("board", "read")),
            Projects = [new ProjectScope { Project = "p", Grants = Given.Grants(("docs", "read"), ("board", "edit")) }],
        };
        var effective = Policy.Effective(editor, "p");

        Assert.Equal("read", effective.LevelIn("docs/final"));
        Assert.Equal("read", effective.LevelIn("board"));
        Assert.Equal(["docs:view", "docs/drafts:view", "docs/final:view", "board:view"], effective.Actions.AsEnumerable());
    }

    [Fact]
    public void A_scope_for_all_others_holds_for_projects_without_an_entry_of_their_own()
    {
        var invited = Writer with
        {
            Projects = [new ProjectScope { Project = ProjectScope.Others }, new ProjectScope { Project = "mine", Role = "writer" }],
        };

        Assert.True(Policy.Allows(invited, "files:write", "mine"));
        Assert.Equal(DecisionReason.OutsideProjectScope, Policy.Reason(invited, "files:write", "another"));
        Assert.True(Policy.Allows(invited, "files:write"));
    }

    [Fact]
    public void A_scope_that_has_expired_closes_its_project()
    {
        var clock = new ManualClock();

        Assert.True(Policy.Allows(Writer, "files:write", "short", clock));
        clock.Now = ManualClock.Start.AddHours(1);
        Assert.False(Policy.Allows(Writer, "files:write", "short", clock));
        Assert.Equal("none", Policy.Effective(Writer, "short", clock).LevelIn("docs"));
        Assert.True(Policy.Allows(Writer, "files:write", "elsewhere", clock));
    }
}
