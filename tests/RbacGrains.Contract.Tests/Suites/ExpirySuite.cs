namespace RbacGrains.Contract.Tests;

/// <summary>What expires holds until its moment and not from it on.</summary>
public abstract class ExpirySuite : ContractSuite
{
    [Fact]
    public async Task A_membership_holds_nothing_from_its_moment_on_until_it_is_extended()
    {
        var acme = await Organization("acme");
        await Member(acme, "alice", new MemberAssignment { Role = "writer", ExpiresAt = Clock.GetUtcNow().AddHours(1) });

        Clock.Advance(TimeSpan.FromHours(1) - TimeSpan.FromTicks(1));
        Assert.True(await Allowed("alice", "acme", "files:read"));

        Clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(DecisionReason.Expired, await Reason("alice", "acme", "files:read"));
        Assert.Equal(MemberStatus.Expired, (await acme.GetMember(Caller.Service, "alice", None)).Require().Status);

        await Patched(acme, "alice", new MemberPatch { ExpiresAt = (DateTimeOffset?)null });
        Assert.True(await Allowed("alice", "acme", "files:read"));
    }

    [Fact]
    public async Task A_moment_that_has_passed_is_refused()
    {
        var acme = await Organization("acme");
        var past = Clock.GetUtcNow();

        Fails(ErrorCodes.InvalidValue, await acme.PutMember(Service, "alice", new MemberAssignment { Role = "guest", ExpiresAt = past }, None));
        await Member(acme, "alice", "guest");
        Fails(ErrorCodes.InvalidValue, await acme.PatchMember(Service, "alice", new MemberPatch { ExpiresAt = past }, None));
    }

    [Fact]
    public async Task An_expired_or_suspended_manager_manages_nothing()
    {
        var acme = await Organization("acme");
        await Member(acme, "expired", new MemberAssignment { Role = "manager", ExpiresAt = Clock.GetUtcNow().AddHours(1) });
        await Member(acme, "suspended", new MemberAssignment { Role = "manager", Suspended = true });
        Clock.Advance(TimeSpan.FromHours(1));

        foreach (var manager in new[] { "expired", "suspended" })
        {
            Fails(ErrorCodes.PermissionDenied, await acme.PutMember(By(manager), "alice", new MemberAssignment(), None));
            Fails(ErrorCodes.PermissionDenied, await acme.PatchMember(By(manager), manager, new MemberPatch { Suspended = false }, None));
            Fails(ErrorCodes.PermissionDenied, await acme.ReadAudit(new Caller(manager), new AuditQuery(), new PageRequest(), None));
        }
    }

    [Fact]
    public async Task Other_changes_of_an_expired_member_need_no_new_moment()
    {
        var acme = await Organization("acme");
        await Member(acme, "alice", new MemberAssignment { Role = "writer", ExpiresAt = Clock.GetUtcNow().AddHours(1) });
        Clock.Advance(TimeSpan.FromHours(2));

        Assert.Equal("guest", (await Patched(acme, "alice", new MemberPatch { Role = "guest" })).Access.Role);
        (await acme.RemoveMember(Service, "alice", None)).Require();
    }
}
