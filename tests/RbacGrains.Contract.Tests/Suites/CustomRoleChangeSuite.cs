namespace RbacGrains.Contract.Tests;

/// <summary>What becomes of the holders of a role when it changes or ends.</summary>
public abstract class CustomRoleChangeSuite : ContractSuite
{
    private static readonly RoleContent Crew = new() { Title = "Crew", BasedOn = "writer", Grants = Given(("files:share", "allow")) };

    private static readonly RoleContent Narrower = Crew with { Grants = Given(("files:write", "none")) };

    [Fact]
    public async Task A_change_counts_from_its_answer_on()
    {
        var acme = await WithCrew();
        await Member(acme, "alice", "crew");
        Assert.True(await Allowed("alice", "acme", "files:share"));

        (await acme.PutRole(Service, "crew", Narrower with { AcceptNarrowing = true }, None)).Require();
        Assert.False(await Allowed("alice", "acme", "files:share"));
        Assert.False(await Allowed("alice", "acme", "files:write"));

        (await acme.PutRole(Service, "crew", Crew, None)).Require();
        Assert.True(await Allowed("alice", "acme", "files:share"));
    }

    [Fact]
    public async Task A_narrowing_is_refused_with_those_who_would_lose_something_and_no_others()
    {
        var acme = await WithCrew();
        (await acme.PutRole(Service, "chief", new RoleContent { Title = "Chief", BasedOn = "crew" }, None)).Require();
        await Member(acme, "alice", "crew");
        await Member(acme, "bob", "crew", ("files:share", "allow"), ("files:write", "allow"));
        await Member(acme, "carol", "chief");
        await Member(acme, "dave", new MemberAssignment { Role = "writer", Projects = [new ProjectAssignment { Project = "p", Role = "crew" }] });
        await Member(acme, "erin", "writer");
        await Member(acme, "frank", new MemberAssignment { Role = "guest", Projects = [new ProjectAssignment { Project = "p", Role = "crew" }] });
        var key = (await acme.CreateApiKey(Service, new CreateApiKey { Name = "ci", Role = "crew" }, None)).Require();

        var refused = await acme.PutRole(Service, "crew", Narrower, None);

        Fails(ErrorCodes.RoleNarrowingAffectsMembers, refused);
        Assert.Equal(["alice", "carol", "dave", key.ApiKey.ServiceAccount], refused.Error!.Details["members"].Order(StringComparer.Ordinal));
        Assert.StartsWith("4 members", refused.Error.Message, StringComparison.Ordinal);
        Assert.True(await Allowed("alice", "acme", "files:share"));
    }

    [Fact]
    public async Task What_takes_nothing_away_needs_no_consent()
    {
        var acme = await WithCrew();
        await Member(acme, "alice", "crew");

        (await acme.PutRole(Service, "crew", Crew with { Title = "The crew", Grants = Given(("files:share", "allow"), ("board", "edit")) }, None)).Require();
        (await acme.PutRole(Service, "free", new RoleContent { Title = "Free", BasedOn = "writer" }, None)).Require();
        (await acme.PutRole(Service, "free", new RoleContent { Title = "Free" }, None)).Require();

        Assert.True(await Allowed("alice", "acme", "board:change"));
    }

    [Fact]
    public async Task A_role_that_is_held_is_offered_as_long_as_it_is()
    {
        var acme = await WithCrew();
        await Member(acme, "alice", "crew");

        var refused = await acme.PutRole(Service, "crew", Crew with { Plans = ["free"], AcceptNarrowing = true }, None);

        Fails(ErrorCodes.RoleInUse, refused);
        Assert.Equal(["alice"], refused.Error!.Details["members"].AsEnumerable());
        await acme.AssignRole(Service, "alice", "guest");
        (await acme.PutRole(Service, "crew", Crew with { Plans = ["free"] }, None)).Require();
    }

    [Fact]
    public async Task What_builds_on_a_role_has_to_be_offered_somewhere_still()
    {
        var acme = await WithCrew();
        (await acme.PutRole(Service, "chief", new RoleContent { Title = "Chief", BasedOn = "crew", Plans = ["enterprise"] }, None)).Require();

        Fails(ErrorCodes.RoleNotInPlan, await acme.PutRole(Service, "crew", Crew with { Plans = ["free"], AcceptNarrowing = true }, None));
    }

    [Fact]
    public async Task A_role_that_is_in_use_is_deleted_only_when_another_one_is_named()
    {
        var acme = await WithCrew();
        await Member(acme, "alice", "crew");
        await Member(acme, "dave", new MemberAssignment { Role = "writer", Projects = [new ProjectAssignment { Project = "p", Role = "crew" }] });

        var refused = await acme.DeleteRole(Service, "crew", new DeleteRole(), None);

        Fails(ErrorCodes.RoleInUse, refused);
        Assert.Equal(["alice", "dave"], refused.Error!.Details["members"].Order(StringComparer.Ordinal));
        Fails(ErrorCodes.UnknownRole, await acme.DeleteRole(Service, "crew", new DeleteRole("crew"), None));
        Fails(ErrorCodes.UnknownRole, await acme.DeleteRole(Service, "crew", new DeleteRole("king"), None));
        (await acme.DeleteRole(Service, "crew", new DeleteRole("guest"), None)).Require();
        Assert.Equal("guest", (await acme.GetMember(Caller.Service, "alice", None)).Require().Access.Role);
        Assert.Equal("guest", (await acme.GetMember(Caller.Service, "dave", None)).Require().Access.Projects.Single().Role);
        Assert.False(await Allowed("alice", "acme", "files:read"));
        Fails(ErrorCodes.RoleNotFound, await acme.DeleteRole(Service, "crew", new DeleteRole(), None));
        Fails(ErrorCodes.RoleOfModel, await acme.DeleteRole(Service, "writer", new DeleteRole(), None));
    }

    [Fact]
    public async Task What_another_role_builds_on_or_is_given_by_stays()
    {
        var acme = await WithCrew();
        (await acme.PutRole(Service, "chief", new RoleContent { Title = "Chief", BasedOn = "crew" }, None)).Require();
        (await acme.PutRole(Service, "guarded", new RoleContent { Title = "Guarded", AssignableBy = ["crew"] }, None)).Require();

        var refused = await acme.DeleteRole(Service, "crew", new DeleteRole("guest"), None);

        Fails(ErrorCodes.RoleInUse, refused);
        Assert.Equal(["chief", "guarded"], refused.Error!.Details["roles"].AsEnumerable());
    }

    [Fact]
    public async Task An_invitation_promises_what_the_role_becomes()
    {
        var acme = await WithCrew();
        var issued = await Invited(acme, role: "crew");

        var refused = await acme.DeleteRole(Service, "crew", new DeleteRole(), None);
        Fails(ErrorCodes.RoleInUse, refused);
        Assert.Equal([issued.Invitation.Id], refused.Error!.Details["invitations"].AsEnumerable());
        (await acme.DeleteRole(Service, "crew", new DeleteRole("inviter"), None)).Require();

        Assert.Equal("inviter", (await acme.GetInvitation(Caller.Service, issued.Invitation.Id, None)).Require().Role);
        Assert.Equal("inviter", (await Accept(issued)).Require().Access.Role);
    }

    [Fact]
    public async Task Whoever_joins_while_a_role_ends_is_left_with_no_role_that_is_none()
    {
        for (var round = 0; round < 5; round++)
        {
            var acme = await WithCrew($"acme{round}");
            var issued = await Invited(acme, role: "crew");
            var puts = Enumerable.Range(0, 8).Select(index => (Func<Task<string?>>)(async () =>
                (await acme.PutMember(Service, $"u{index}", new MemberAssignment { Role = "crew" }, None)).Error?.Code));

            var codes = await AtOnce([
                async () => (await acme.DeleteRole(Service, "crew", new DeleteRole("guest"), None)).Error?.Code,
                async () => (await Accept(issued)).Error?.Code,
                .. puts]);

            Assert.Null(codes[0]);
            Assert.Null(codes[1]);
            Assert.All(codes[2..], code => Assert.True(code is null or ErrorCodes.UnknownRole, code));
            Assert.DoesNotContain(await Members(acme), member => member.Access.Role == "crew");
            await Invariants.Check(Grid, $"acme{round}", ["owner", "alice", .. Enumerable.Range(0, 8).Select(index => $"u{index}")]);
        }
    }

    private async Task<IOrganization> WithCrew(string id = "acme")
    {
        var organization = await Organization(id);
        (await organization.PutRole(Service, "crew", Crew, None)).Require();
        return organization;
    }
}
