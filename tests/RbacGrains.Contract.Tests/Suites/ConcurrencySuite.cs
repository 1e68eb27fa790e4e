namespace RbacGrains.Contract.Tests;

/// <summary>Once a change is acknowledged, no later check answers from the older state.</summary>
public abstract class ConcurrencySuite : ContractSuite
{
    [Fact]
    public async Task Every_check_after_an_acknowledged_change_sees_it_while_others_change_too()
    {
        var acme = await Organization("acme");

        await AtOnce([.. Enumerable.Range(0, 8).Select(index => (Func<Task<bool>>)(async () =>
        {
            var user = $"u{index}";
            for (var round = 0; round < 8; round++)
            {
                await Member(acme, user, "writer");
                Assert.True(await Allowed(user, "acme", "files:write"));
                await Patched(acme, user, new MemberPatch { Suspended = true });
                Assert.False(await Allowed(user, "acme", "files:write"));
                await Patched(acme, user, new MemberPatch { Suspended = false, Role = "guest" });
                Assert.False(await Allowed(user, "acme", "files:write"));
                await Patched(acme, user, Granting(("files:write", "allow")));
                Assert.True(await Allowed(user, "acme", "files:write"));
                (await acme.RemoveMember(Service, user, None)).Require();
                Assert.Equal(DecisionReason.NotMember, await Reason(user, "acme", "files:write"));
            }
            return true;
        }))]);
    }

    [Fact]
    public async Task Whoever_checks_meanwhile_never_sees_less_than_was_acknowledged_before_they_asked()
    {
        var acme = await Organization("acme");
        var acknowledged = (await Member(acme, "alice", "writer")).Access.Version;
        var done = false;

        async Task<bool> Observe()
        {
            var seen = 0L;
            while (!Volatile.Read(ref done))
            {
                var atLeast = Math.Max(seen, Volatile.Read(ref acknowledged));
                seen = (await Grid.User("alice").Check("acme", "files:write")).Require().AccessVersion;
                Assert.True(seen >= atLeast, $"Access version {seen} was answered after {atLeast} was acknowledged.");
            }
            return true;
        }

        await AtOnce(
            Observe,
            async () =>
            {
                try
                {
                    for (var round = 0; round < 60; round++)
                        Volatile.Write(
                            ref acknowledged,
                            (await Patched(acme, "alice", new MemberPatch { Suspended = round % 2 == 0 })).Access.Version);
                }
                finally
                {
                    Volatile.Write(ref done, true);
                }
                return true;
            },
            Observe);
    }

    [Fact]
    public async Task A_change_of_the_policy_holds_for_every_member_as_soon_as_it_is_acknowledged()
    {
        var acme = await Organization("acme");
        for (var index = 0; index < 5; index++) await Member(acme, $"u{index}", "writer", ("files:share", "allow"));

        for (var round = 0; round < 6; round++)
        {
            var open = round % 2 == 1;
            (await acme.Update(Service, To(open ? "team" : "free"), None)).Require();
            var answers = await AtOnce([.. Enumerable.Range(0, 5).Select(index =>
                (Func<Task<bool>>)(() => Allowed($"u{index}", "acme", "files:share")))]);
            Assert.All(answers, answer => Assert.Equal(open, answer));
        }
    }

    [Fact]
    public async Task Of_changes_that_expect_the_same_version_exactly_one_wins()
    {
        var acme = await Organization("acme");
        var version = (await Member(acme, "alice", "guest")).Access.Version;

        var codes = await AtOnce([.. Enumerable.Range(0, 8).Select(index => (Func<Task<string?>>)(async () =>
            (await acme.PutMember(
                Service with { ExpectedVersion = version },
                "alice",
                new MemberAssignment { Role = "writer", Email = $"a{index}@example.com" },
                None)).Error?.Code))]);

        Assert.Single(codes, code => code is null);
        Assert.Equal(7, codes.Count(code => code == ErrorCodes.VersionMismatch));
    }

    [Fact]
    public async Task Changes_of_the_organization_and_of_members_at_once_all_take_effect()
    {
        var acme = await Organization("acme");

        await AtOnce([.. Enumerable.Range(0, 24).Select(index => (Func<Task<bool>>)(async () =>
            index % 4 == 0
                ? (await acme.Update(Service, new UpdateOrganization(Settings: new OrganizationSettings { InvitationDays = index + 1 }), None)).Require() is not null
                : await Member(acme, $"u{index}", "writer") is not null))]);

        Assert.Equal(1 + 18, (await Members(acme)).Length);
        Assert.Equal(6, (await Audit(acme, new AuditQuery(Kind: AuditKinds.OrganizationUpdated))).Length);
    }
}
