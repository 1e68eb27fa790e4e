namespace RbacGrains.Contract.Tests;

/// <summary>A project's ceiling only restricts.</summary>
public abstract class ProjectSuite : ContractSuite
{
    [Fact]
    public async Task Inside_a_project_a_member_holds_at_most_its_ceiling_and_never_more_than_outside()
    {
        var acme = await Organization("acme");
        await Member(acme, "alice", Within(new ProjectAssignment { Project = "p", Grants = Given(("files:read", "allow"), ("keys:read", "allow")) }));

        Assert.True(await Allowed("alice", "acme", "files:read", "p"));
        Assert.Equal(DecisionReason.OutsideProjectScope, await Reason("alice", "acme", "files:write", "p"));
        Assert.False(await Allowed("alice", "acme", "keys:read", "p"));
        Assert.True(await Allowed("alice", "acme", "files:write", "q"));
        Assert.True(await Allowed("alice", "acme", "files:write"));
        Assert.Equal("files:read", Assert.Single((await acme.GetPermissions(Caller.Service, "alice", "p", None)).Require().Actions));
    }

    [Fact]
    public async Task A_ceiling_for_all_others_holds_where_there_is_none_of_its_own()
    {
        var acme = await Organization("acme");
        await Member(acme, "alice", Within(
            new ProjectAssignment { Project = "*" }, new ProjectAssignment { Project = "p", Role = "writer" }));

        Assert.True(await Allowed("alice", "acme", "files:write", "p"));
        Assert.False(await Allowed("alice", "acme", "files:read", "q"));
        Assert.True(await Allowed("alice", "acme", "files:read"));
    }

    [Theory]
    [InlineData("files:read")]
    [InlineData("files:write")]
    [InlineData("keys:read")]
    [InlineData("docs/final@read")]
    public async Task The_projects_of_an_action_are_those_in_which_it_is_allowed(string action)
    {
        var acme = await Organization("acme");
        await Member(acme, "alice", Within(
            new ProjectAssignment { Project = "closed" },
            new ProjectAssignment { Project = "p", Role = "writer" },
            new ProjectAssignment { Project = "q", Grants = Given(("files:read", "allow"), ("docs", "read")) }));
        await Member(acme, "bob", Within(new ProjectAssignment { Project = "*" }, new ProjectAssignment { Project = "p", Role = "writer" }));
        await Member(acme, "boss", Within(new ProjectAssignment { Project = "p" }) with { Role = "owner" });

        foreach (var user in new[] { "alice", "bob", "boss", "nobody" })
        {
            var projects = (await Grid.User(user).ListProjects(Caller.Service, "acme", action, None)).Require();
            foreach (var project in new[] { null, "closed", "p", "q", "other" })
                Assert.Equal(await Allowed(user, "acme", action, project), projects.Contains(project));
        }
    }

    [Fact]
    public async Task The_projects_of_an_action_are_told_to_whom_a_check_is_answered()
    {
        var acme = await Organization("acme");
        await Member(acme, "alice", "writer");
        var owner = Grid.User("owner");

        Assert.True((await Grid.User("alice").ListProjects(new Caller("alice"), "acme", "files:read", None)).Require().IsEverything);
        Assert.True((await owner.ListProjects(new Caller("owner"), "acme", "files:read", None)).Require().IsEverything);
        Fails(ErrorCodes.PermissionDenied, await owner.ListProjects(new Caller("alice"), "acme", "files:read", None));
        Fails(ErrorCodes.OrganizationNotFound, await owner.ListProjects(new Caller("stranger"), "acme", "files:read", None));
        Fails(ErrorCodes.OrganizationNotFound, await owner.ListProjects(Caller.Service, "globex", "files:read", None));
        Fails(ErrorCodes.UnknownAction, await owner.ListProjects(Caller.Service, "acme", "files:fly", None));
        Fails(ErrorCodes.InvalidId, await owner.ListProjects(Caller.Service, "a b", "files:read", None));
        Fails(ErrorCodes.InvalidId, await Grid.User("a b").ListProjects(Caller.Service, "acme", "files:read", None));
    }

    [Fact]
    public async Task An_admin_is_above_ceilings()
    {
        var acme = await Organization("acme");
        await Member(acme, "boss", Within(new ProjectAssignment { Project = "p" }) with { Role = "owner" });

        Assert.True(await Allowed("boss", "acme", "files:write", "p"));
    }

    [Fact]
    public async Task A_project_closes_when_its_ceiling_expires()
    {
        var acme = await Organization("acme");
        await Member(acme, "alice", Within(
            new ProjectAssignment { Project = "p", Role = "writer", ExpiresAt = Clock.GetUtcNow().AddHours(1) }));
        Assert.True(await Allowed("alice", "acme", "files:read", "p"));

        Clock.Advance(TimeSpan.FromHours(1));

        Assert.False(await Allowed("alice", "acme", "files:read", "p"));
        Assert.True(await Allowed("alice", "acme", "files:read"));
        Assert.Empty((await acme.GetPermissions(Caller.Service, "alice", "p", None)).Require().Actions);
    }

    [Fact]
    public async Task A_patch_sets_and_lifts_ceilings_one_by_one()
    {
        var acme = await Organization("acme");
        await Member(acme, "alice", Within(new ProjectAssignment { Project = "p" }, new ProjectAssignment { Project = "q" }));

        var projects = new MemberPatch().Projects.Add("p", null).Add("r", new ProjectAssignment { Project = "r" });
        var patched = await Patched(acme, "alice", new MemberPatch { Projects = projects });

        Assert.Equal(["q", "r"], patched.Access.Projects.Select(scope => scope.Project));
        Assert.True(await Allowed("alice", "acme", "files:read", "p"));
        Assert.False(await Allowed("alice", "acme", "files:read", "r"));
    }

    [Fact]
    public async Task A_ceiling_that_means_nothing_is_refused()
    {
        var acme = await Organization("acme");

        async Task<Result<Put<MemberView>>> Put(params ProjectAssignment[] projects) =>
            await acme.PutMember(Service, "alice", Within(projects), None);

        Fails(ErrorCodes.InvalidId, await Put(new ProjectAssignment { Project = "a b" }));
        Fails(ErrorCodes.UnknownRole, await Put(new ProjectAssignment { Project = "p", Role = "king" }));
        Fails(ErrorCodes.UnknownArea, await Put(new ProjectAssignment { Project = "p", Grants = Given(("attic", "read")) }));
        Fails(ErrorCodes.SubAreaAboveParent, await Put(new ProjectAssignment { Project = "p", Grants = Given(("docs/final", "read")) }));
        Fails(ErrorCodes.InvalidValue, await Put(new ProjectAssignment { Project = "p" }, new ProjectAssignment { Project = "p", Role = "writer" }));
        Fails(ErrorCodes.InvalidValue, await Put([.. Enumerable.Range(0, 1001).Select(index => new ProjectAssignment { Project = $"p{index}" })]));
        Assert.Single(await Members(acme));
    }

    private static MemberAssignment Within(params ProjectAssignment[] projects) => new() { Role = "writer", Projects = [.. projects] };
}
