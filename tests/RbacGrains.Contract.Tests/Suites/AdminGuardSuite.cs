namespace RbacGrains.Contract.Tests;

/// <summary>An organization always keeps one active admin.</summary>
public abstract class AdminGuardSuite : ContractSuite
{
    [Fact]
    public async Task The_last_admin_stays_whatever_is_tried()
    {
        var acme = await Organization("acme");
        await Member(acme, "suspended", new MemberAssignment { Role = "owner", Suspended = true });
        await Member(acme, "leaving", new MemberAssignment { Role = "owner", ExpiresAt = Clock.GetUtcNow().AddDays(1) });
        await Member(acme, "writer", "writer");
        var before = (await acme.GetMember(Caller.Service, "owner", None)).Require();

        Fails(ErrorCodes.LastAdmin, await acme.RemoveMember(Service, "owner", None));
        Fails(ErrorCodes.LastAdmin, await acme.RemoveMember(By("owner"), "owner", None));
        Fails(ErrorCodes.LastAdmin, await acme.AssignRole(Service, "owner", "writer"));
        Fails(ErrorCodes.LastAdmin, await acme.PutMember(Service, "owner", new MemberAssignment { Role = "guest" }, None));
        Fails(ErrorCodes.LastAdmin, await acme.PatchMember(Service, "owner", new MemberPatch { Suspended = true }, None));
        Fails(
            ErrorCodes.LastAdmin,
            await acme.PatchMember(Service, "owner", new MemberPatch { ExpiresAt = Clock.GetUtcNow().AddDays(9) }, None));
        Assert.Equal(before.Access, (await acme.GetMember(Caller.Service, "owner", None)).Require().Access);
    }

    [Fact]
    public async Task An_admin_can_go_as_soon_as_there_is_another()
    {
        var acme = await Organization("acme");
        await Member(acme, "second", "owner");

        (await acme.RemoveMember(By("owner"), "owner", None)).Require();

        Fails(ErrorCodes.LastAdmin, await acme.RemoveMember(By("second"), "second", None));
    }

    [Fact]
    public async Task Of_two_admins_who_demote_each_other_at_once_exactly_one_wins()
    {
        for (var round = 0; round < 25; round++)
        {
            var acme = await Organization($"acme{round}", "letta");
            await Member(acme, "alice", "admin");
            await Member(acme, "bob", "admin");

            var results = await AtOnce(
                () => acme.AssignRole(By("alice"), "bob", "analyst").AsTask(),
                () => acme.AssignRole(By("bob"), "alice", "analyst").AsTask());

            Assert.Single(results, result => result.Succeeded);
            Fails(ErrorCodes.PermissionDenied, results.Single(result => !result.Succeeded));
        }
    }

    [Fact]
    public async Task Admins_who_all_go_at_once_in_every_way_leave_one_behind()
    {
        for (var round = 0; round < 10; round++)
        {
            var acme = await Organization($"acme{round}");
            string[] admins = ["owner", "a", "b", "c", "d", "e", "f", "g"];
            foreach (var admin in admins[1..]) await Member(acme, admin, "owner");

            var codes = await AtOnce([.. admins.Select((admin, way) => (Func<Task<string?>>)(() => Leave(acme, admin, way % 4)))]);

            Assert.Equal(ErrorCodes.LastAdmin, Assert.Single(codes, code => code is not null));
            Assert.Single(await Members(acme, new MemberFilter("owner", MemberStatus.Active)), member => member.Access.ExpiresAt is null);
        }
    }

    private async Task<string?> Leave(IOrganization organization, string admin, int way) => way switch
    {
        0 => (await organization.RemoveMember(By(admin), admin, None)).Error?.Code,
        1 => (await organization.AssignRole(Service, admin, "guest")).Error?.Code,
        2 => (await organization.PatchMember(By(admin), admin, new MemberPatch { Suspended = true }, None)).Error?.Code,
        _ => (await organization.PatchMember(Service, admin, new MemberPatch { ExpiresAt = Clock.GetUtcNow().AddDays(1) }, None)).Error?.Code,
    };
}
