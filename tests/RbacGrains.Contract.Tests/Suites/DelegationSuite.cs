namespace RbacGrains.Contract.Tests;

/// <summary>Nobody grants what they do not hold.</summary>
public abstract class DelegationSuite : ContractSuite
{
    [Fact]
    public async Task A_manager_gives_what_is_within_their_own()
    {
        var acme = await Organization("acme");
        await Member(acme, "manager", "manager");

        (await acme.PutMember(
            By("manager"), "alice", new MemberAssignment { Role = "writer", Grants = Given(("docs", "edit"), ("audit:read", "allow")) }, None)).Require();
        (await acme.Invite(By("manager"), new InviteMember { Email = "bob@example.com", Role = "inviter" }, None)).Require();

        Assert.True(await Allowed("alice", "acme", "docs/final:change"));
    }

    [Theory]
    [InlineData("owner", null, null)]
    [InlineData("partner", null, null)]
    [InlineData("guest", "keys:read", "allow")]
    [InlineData("guest", "board", "read")]
    public async Task A_manager_gives_nothing_beyond_their_own(string role, string? on, string? level)
    {
        var acme = await Organization("acme");
        await Member(acme, "manager", "manager");
        await Member(acme, "alice", "guest");
        var grants = on is null ? Grants.Empty : Given((on, level!));
        var patch = new MemberPatch { Role = role, Grants = on is null ? new MemberPatch().Grants : Granting((on, level)).Grants };

        var put = await acme.PutMember(By("manager"), "bob", new MemberAssignment { Role = role, Grants = grants }, None);
        Fails(ErrorCodes.GrantExceedsOwn, put);
        Assert.NotEmpty(put.Error!.Details["beyond"]);
        Fails(ErrorCodes.GrantExceedsOwn, await acme.PatchMember(By("manager"), "alice", patch, None));
        Fails(ErrorCodes.GrantExceedsOwn, await acme.PatchMember(By("manager"), "manager", patch, None));
        Fails(
            ErrorCodes.GrantExceedsOwn,
            await acme.Invite(By("manager"), new InviteMember { Email = "b@example.com", Role = role, Grants = grants }, None));
        Assert.Equal(["guest", "manager"], (await Members(acme)).Select(member => member.Access.Role).Where(held => held != "owner").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_manager_takes_away_what_they_do_not_hold_but_cannot_give_it_back()
    {
        var acme = await Organization("acme");
        await Member(acme, "manager", "manager");
        await Member(acme, "partner", "partner");

        (await acme.PatchMember(By("manager"), "partner", Granting(("docs", "read")), None)).Require();
        (await acme.PatchMember(By("manager"), "partner", new MemberPatch { Suspended = true }, None)).Require();
        Fails(ErrorCodes.GrantExceedsOwn, await acme.PatchMember(By("manager"), "partner", new MemberPatch { Suspended = false }, None));
        (await acme.AssignRole(By("manager"), "partner", "guest")).Require();

        Fails(ErrorCodes.GrantExceedsOwn, await acme.AssignRole(By("manager"), "partner", "partner"));
    }

    [Fact]
    public async Task A_manager_bounded_inside_a_project_gives_no_more_there()
    {
        var acme = await Organization("acme");
        await Member(acme, "manager", new MemberAssignment
        {
            Role = "manager",
            Projects = [new ProjectAssignment { Project = "secret" }],
        });

        Fails(ErrorCodes.GrantExceedsOwn, await acme.PutMember(By("manager"), "alice", new MemberAssignment { Role = "writer" }, None));
        (await acme.PutMember(By("manager"), "alice", new MemberAssignment
        {
            Role = "writer",
            Projects = [new ProjectAssignment { Project = "secret" }],
        }, None)).Require();
    }

    [Fact]
    public async Task Each_operation_needs_the_action_that_the_model_names()
    {
        var acme = await Organization("acme");
        await Member(acme, "inviter", "inviter");
        await Member(acme, "director", "director");
        await Member(acme, "alice", "guest");

        Fails(ErrorCodes.PermissionDenied, await acme.AssignRole(By("inviter"), "alice", "guest"));
        Fails(ErrorCodes.PermissionDenied, await acme.RemoveMember(By("inviter"), "alice", None));
        Fails(ErrorCodes.PermissionDenied, await acme.ListMembers(new Caller("inviter"), new MemberFilter(), new PageRequest(), None));
        Fails(ErrorCodes.PermissionDenied, await acme.PutMember(By("director"), "bob", new MemberAssignment(), None));
        Fails(ErrorCodes.PermissionDenied, await acme.Update(By("inviter"), new UpdateOrganization("Other"), None));
        Fails(ErrorCodes.PermissionDenied, await acme.Delete(By("inviter"), None));
        Fails(ErrorCodes.PermissionDenied, await acme.ReadAudit(new Caller("director"), new AuditQuery(), new PageRequest(), None));
        (await acme.PutMember(By("inviter"), "bob", new MemberAssignment(), None)).Require();
        (await acme.Update(By("director"), new UpdateOrganization("Other"), None)).Require();
    }

    [Fact]
    public async Task Who_changes_the_plan_gives_nobody_more_than_their_own_instead()
    {
        var acme = await Organization("acme");
        await Member(acme, "director", "director");
        await Member(acme, "partner", "partner");

        Fails(ErrorCodes.GrantExceedsOwn, await acme.Update(By("director"), To("free", ("partner", "owner")), None));
        Fails(ErrorCodes.GrantExceedsOwn, await acme.Update(By("director"), To("free", ("partner", "writer")), None));
        (await acme.Update(By("director"), To("free", ("partner", "guest")), None)).Require();
    }

    [Theory]
    [InlineData("letta", "analyst", 401)]
    [InlineData("humanloop", "developer", 403)]
    public async Task A_denial_says_with_which_status_the_model_answers(string model, string role, int status)
    {
        var acme = await Organization("acme", model);
        await Member(acme, "alice", role);

        var denied = await acme.RemoveMember(By("alice"), "owner", None);

        Fails(ErrorCodes.PermissionDenied, denied);
        Assert.Equal(status, denied.Error!.DenialStatus);
    }

    [Fact]
    public async Task Nothing_a_revoked_manager_does_takes_effect_after_the_revocation_is_acknowledged()
    {
        for (var round = 0; round < 25; round++)
        {
            var acme = await Organization($"acme{round}");
            await Member(acme, "manager", "manager");
            await Member(acme, "alice", "guest");

            var versions = await AtOnce(
                async () =>
                {
                    (await acme.AssignRole(Service, "manager", "guest")).Require();
                    return (await acme.GetMember(Caller.Service, "alice", None)).Require().Access.Version;
                },
                async () =>
                {
                    foreach (var role in new[] { "writer", "guest", "writer", "guest" })
                    {
                        var changed = await acme.AssignRole(By("manager"), "alice", role);
                        if (!changed.Succeeded) Fails(ErrorCodes.PermissionDenied, changed);
                    }
                    return 0L;
                });

            Assert.Equal(versions[0], (await acme.GetMember(Caller.Service, "alice", None)).Require().Access.Version);
        }
    }
}
