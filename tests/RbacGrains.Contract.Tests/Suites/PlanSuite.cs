namespace RbacGrains.Contract.Tests;

/// <summary>A plan bounds what can be assigned and used; moving to a smaller one strands nobody.</summary>
public abstract class PlanSuite : ContractSuite
{
    [Fact]
    public async Task A_role_that_the_plan_does_not_offer_can_be_given_in_no_way()
    {
        var acme = await Organization("acme", plan: "free");
        await Member(acme, "alice", "guest");
        var inProject = new MemberAssignment { Projects = [new ProjectAssignment { Project = "p", Role = "partner" }] };

        Fails(ErrorCodes.RoleNotInPlan, await acme.PutMember(Service, "bob", new MemberAssignment { Role = "partner" }, None));
        Fails(ErrorCodes.RoleNotInPlan, await acme.PutMember(Service, "bob", inProject, None));
        Fails(ErrorCodes.RoleNotInPlan, await acme.AssignRole(Service, "alice", "partner"));
        Fails(ErrorCodes.RoleNotInPlan, await acme.Invite(Service, new InviteMember { Email = "b@example.com", Role = "partner" }, None));
        Assert.Equal([("owner", "owner"), ("alice", "guest")], (await Members(acme)).Select(member => (member.User, member.Access.Role)));
    }

    [Fact]
    public async Task A_gate_closes_what_was_granted_until_the_plan_opens_it_again()
    {
        var acme = await Organization("acme");
        await Member(acme, "alice", "writer", ("files:share", "allow"));
        Assert.True(await Allowed("alice", "acme", "files:share"));

        (await acme.Update(Service, To("free"), None)).Require();
        Assert.Equal(DecisionReason.Gated, await Reason("alice", "acme", "files:share"));
        Assert.False(await Allowed("owner", "acme", "files:share"));

        (await acme.Update(Service, To("team"), None)).Require();
        Assert.True(await Allowed("alice", "acme", "files:share"));
        Assert.True(await Allowed("owner", "acme", "files:share"));
    }

    [Fact]
    public async Task A_downgrade_that_would_strand_members_is_refused_with_the_list_of_them()
    {
        var acme = await Organization("acme");
        await Member(acme, "alice", "partner");
        await Member(acme, "bob", "auditor");
        await Member(acme, "carol", new MemberAssignment { Projects = [new ProjectAssignment { Project = "p", Role = "partner" }] });
        await Member(acme, "dave", "writer");
        var before = (await acme.Get(Caller.Service, None)).Require();

        var refused = await acme.Update(Service, To("free"), None);
        var partly = await acme.Update(Service, To("free", ("partner", "guest")), None);

        Fails(ErrorCodes.PlanStrandsMembers, refused);
        Assert.Equal(["alice", "bob", "carol"], refused.Error!.Details["members"].Order(StringComparer.Ordinal));
        Fails(ErrorCodes.PlanStrandsMembers, partly);
        Assert.Equal("bob", Assert.Single(partly.Error!.Details["members"]));
        Assert.Equal(before, (await acme.Get(Caller.Service, None)).Require());
        Assert.Equal("partner", (await acme.GetMember(Caller.Service, "alice", None)).Require().Access.Role);
    }

    [Fact]
    public async Task A_downgrade_that_says_what_to_give_instead_gives_it_and_moves()
    {
        var acme = await Organization("acme");
        await Member(acme, "alice", "partner", ("board", "read"));
        await Member(acme, "carol", new MemberAssignment { Projects = [new ProjectAssignment { Project = "p", Role = "partner" }] });
        await Member(acme, "dave", "writer");

        var moved = (await acme.Update(Service, To("free", ("partner", "writer")), None)).Require();

        Assert.Equal("free", moved.Plan);
        Assert.Equal("writer", (await acme.GetMember(Caller.Service, "alice", None)).Require().Access.Role);
        Assert.Equal("writer", (await acme.GetMember(Caller.Service, "carol", None)).Require().Access.Projects.Single().Role);
        Assert.True(await Allowed("alice", "acme", "files:write"));
        Assert.Equal(["alice", "dave"], (await Members(acme, new MemberFilter(Role: "writer"))).Select(member => member.User));
    }

    [Fact]
    public async Task What_is_given_instead_must_be_offered_and_must_leave_admins_admins()
    {
        var acme = await Organization("acme");
        await Member(acme, "alice", "auditor");

        Fails(ErrorCodes.RoleNotInPlan, await acme.Update(Service, To("free", ("auditor", "partner")), None));
        Fails(ErrorCodes.LastAdmin, await acme.Update(Service, To("free", ("auditor", "guest"), ("owner", "guest")), None));
        Fails(ErrorCodes.UnknownRole, await acme.Update(Service, To("free", ("auditor", "king")), None));
        Fails(ErrorCodes.UnknownPlan, await acme.Update(Service, To("galactic"), None));
        Assert.Equal("enterprise", (await acme.Get(Caller.Service, None)).Require().Plan);
    }

    [Fact]
    public async Task A_change_of_plan_gives_other_roles_only_to_whom_it_would_strand()
    {
        var acme = await Organization("acme");
        await Member(acme, "alice", "writer");

        Fails(ErrorCodes.InvalidValue, await acme.Update(Service, To("free", ("writer", "guest")), None));
        Assert.Equal("writer", (await acme.GetMember(Caller.Service, "alice", None)).Require().Access.Role);
    }

    [Fact]
    public async Task A_plan_and_a_name_change_together_and_leave_one_entry()
    {
        var acme = await Organization("acme");

        var changed = (await acme.Update(Service, new UpdateOrganization("New name", "team"), None)).Require();

        Assert.Equal(("New name", "team"), (changed.Name, changed.Plan));
        var entry = (await Audit(acme, new AuditQuery(Target: "acme"))).First();
        Assert.Equal(AuditKinds.PlanChanged, entry.Kind);
        Assert.Contains("New name", entry.After, StringComparison.Ordinal);
        Assert.Equal(2, (await Audit(acme, new AuditQuery(Target: "acme"))).Length);
    }

    [Fact]
    public async Task Whoever_joins_while_the_plan_changes_is_not_stranded()
    {
        for (var round = 0; round < 10; round++)
        {
            var acme = await Organization($"acme{round}");
            var puts = Enumerable.Range(0, 12).Select(index => (Func<Task<string?>>)(async () =>
                (await acme.PutMember(Service, $"u{index}", new MemberAssignment { Role = "partner" }, None)).Error?.Code));

            var codes = await AtOnce([async () => (await acme.Update(Service, To("free", ("partner", "guest")), None)).Error?.Code, .. puts]);

            Assert.Null(codes[0]);
            Assert.All(codes[1..], code => Assert.True(code is null or ErrorCodes.RoleNotInPlan, code));
            Assert.DoesNotContain(await Members(acme), member => member.Access.Role == "partner");
            Assert.Equal(1 + codes[1..].Count(code => code is null), (await Members(acme)).Length);
        }
    }
}
