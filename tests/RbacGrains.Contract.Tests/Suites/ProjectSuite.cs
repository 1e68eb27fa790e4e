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
