namespace RbacGrains.Contract.Tests;

/// <summary>How members are added, changed and removed.</summary>
public abstract class MembershipSuite : ContractSuite
{
    [Fact]
    public async Task A_members_role_decides_what_they_may_do_as_soon_as_it_is_assigned()
    {
        var acme = await Organization("acme", "letta");

        await Member(acme, "alice", "analyst");
        Assert.True(await Allowed("alice", "acme", "agents:read"));
        Assert.False(await Allowed("alice", "acme", "agents:create"));

        (await acme.AssignRole(Service, "alice", "editor")).Require();
        Assert.True(await Allowed("alice", "acme", "agents:create"));

        (await acme.RemoveMember(Service, "alice", None)).Require();
        Assert.False(await Allowed("alice", "acme", "agents:read"));
    }

    [Fact]
    public async Task Putting_a_member_says_whether_they_are_new_and_replaces_all_they_were_assigned()
    {
        var acme = await Organization("acme");

        var first = (await acme.PutMember(
            Service, "alice", new MemberAssignment { Role = "writer", Grants = Given(("board", "read")), Suspended = true }, None)).Require();
        var second = (await acme.PutMember(Service, "alice", new MemberAssignment { Role = "guest" }, None)).Require();

        Assert.True(first.Created);
        Assert.False(second.Created);
        Assert.Equal("guest", second.Value.Access.Role);
        Assert.True(second.Value.Access.Grants.IsEmpty);
        Assert.Equal(MemberStatus.Active, second.Value.Status);
        Assert.True(second.Value.Access.Version > first.Value.Access.Version);
    }

    [Fact]
    public async Task Putting_what_is_there_already_changes_nothing()
    {
        var acme = await Organization("acme");

        var first = await Member(acme, "alice", "writer", ("board", "read"));
        var second = await Member(acme, "alice", "writer", ("board", "read"));

        Assert.Equal(first.Access, second.Access);
        Assert.Single(await Audit(acme, new AuditQuery(Target: "alice")));
    }

    [Fact]
    public async Task A_patch_leaves_alone_what_it_does_not_name()
    {
        var acme = await Organization("acme");
        await Member(acme, "alice", new MemberAssignment { Role = "writer", Grants = Given(("board", "read")), Email = "alice@example.com" });

        var suspended = await Patched(acme, "alice", new MemberPatch { Suspended = true });

        Assert.Equal(("writer", true, "alice@example.com"), (suspended.Access.Role, suspended.Access.Suspended, suspended.Email));
        Assert.Equal("read", suspended.Access.Grants["board"]);
    }

    [Fact]
    public async Task A_suspended_member_holds_nothing_until_the_suspension_ends()
    {
        var acme = await Organization("acme");
        await Member(acme, "alice", "writer");

        await Patched(acme, "alice", new MemberPatch { Suspended = true });
        Assert.Equal(DecisionReason.Suspended, await Reason("alice", "acme", "files:read"));
        Assert.Empty((await acme.GetPermissions(Caller.Service, "alice", null, None)).Require().Actions);

        await Patched(acme, "alice", new MemberPatch { Suspended = false });
        Assert.True(await Allowed("alice", "acme", "files:read"));
    }

    [Fact]
    public async Task A_member_may_leave_and_may_not_be_brought_back_by_asking_again()
    {
        var acme = await Organization("acme");
        await Member(acme, "alice", "guest");

        (await acme.RemoveMember(By("alice"), "alice", None)).Require();

        Fails(ErrorCodes.OrganizationNotFound, await acme.Get(new Caller("alice"), None));
        Fails(ErrorCodes.OrganizationNotFound, await acme.RemoveMember(By("alice"), "alice", None));
    }

    [Fact]
    public async Task Removing_somebody_who_is_no_member_succeeds_for_who_may_remove_and_patching_does_not()
    {
        var acme = await Organization("acme");
        await Member(acme, "manager", "manager");
        await Member(acme, "guest", "guest");

        (await acme.RemoveMember(By("manager"), "nobody", None)).Require();

        Fails(ErrorCodes.PermissionDenied, await acme.RemoveMember(By("guest"), "nobody", None));
        Fails(ErrorCodes.MemberNotFound, await acme.PatchMember(Service, "nobody", new MemberPatch { Role = "guest" }, None));
        Fails(ErrorCodes.MemberNotFound, await acme.GetMember(Caller.Service, "nobody", None));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a/b")]
    [InlineData("!policy")]
    [InlineData("~admins")]
    [InlineData("é")]
    public async Task What_is_no_id_is_no_member(string user)
    {
        var acme = await Organization("acme");

        Fails(ErrorCodes.InvalidId, await acme.PutMember(Service, user, new MemberAssignment { Role = "guest" }, None));
        Fails(ErrorCodes.InvalidId, await acme.GetMember(Caller.Service, user, None));
        Fails(ErrorCodes.InvalidId, await Grid.User(user).Check("acme", "files:read"));
        Fails(ErrorCodes.OrganizationNotFound, await acme.RemoveMember(By(user), "owner", None));
        Fails(ErrorCodes.OrganizationNotFound, await acme.Invite(By(user), new InviteMember { Email = "a@example.com" }, None));
    }

    [Fact]
    public async Task Ids_differ_by_case_and_may_be_128_characters_or_an_address()
    {
        var acme = await Organization("acme");
        var longest = new string('x', 128);

        foreach (var user in new[] { "alice", "Alice", "alice+1@example.com", longest }) await Member(acme, user, "guest");

        Assert.Equal(["owner", "alice", "Alice", "alice+1@example.com", longest], (await Members(acme)).Select(member => member.User));
        Fails(ErrorCodes.InvalidId, await acme.PutMember(Service, longest + "x", new MemberAssignment { Role = "guest" }, None));
    }
}
