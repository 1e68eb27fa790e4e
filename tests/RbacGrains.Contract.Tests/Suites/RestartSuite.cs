namespace RbacGrains.Contract.Tests;

/// <summary>What was acknowledged survives the death of the process.</summary>
public abstract class RestartSuite : ContractSuite
{
    [Fact]
    public async Task Everything_that_was_acknowledged_is_there_after_a_crash()
    {
        var acme = await Organization("acme");
        await Member(acme, "alice", new MemberAssignment
        {
            Role = "writer",
            Grants = Given(("board", "read"), ("keys:read", "allow")),
            Projects = [new ProjectAssignment { Project = "p", Role = "guest", ExpiresAt = Clock.GetUtcNow().AddHours(1) }],
            ExpiresAt = Clock.GetUtcNow().AddDays(1),
            Suspended = true,
            Email = "alice@example.com",
        });
        await Member(acme, "gone", "guest");
        (await acme.RemoveMember(Service, "gone", None)).Require();
        var settings = new OrganizationSettings { InvitationDays = 3, EmailDomains = ["example.com"] };
        (await acme.Update(Service, new UpdateOrganization("Acme", "team", settings), None)).Require();
        var (invitation, _) = await Invited(acme, "bob@example.com");
        var before = (await acme.Get(Caller.Service, None)).Require();
        var members = await Members(acme);
        var audit = await Audit(acme);

        await Host.Restart();

        acme = Grid.Organization("acme");
        Assert.Equal(before, (await acme.Get(Caller.Service, None)).Require());
        Assert.Equal(members.AsEnumerable(), await Members(acme));
        Assert.Equal(audit.AsEnumerable(), await Audit(acme));
        Assert.Equal(invitation, (await acme.GetInvitation(Caller.Service, invitation.Id, None)).Require());
    }

    [Fact]
    public async Task Versions_go_on_where_they_were()
    {
        var acme = await Organization("acme");
        var first = (await Member(acme, "alice", "guest")).Access.Version;
        (await acme.RemoveMember(Service, "alice", None)).Require();

        await Host.Restart();

        Assert.True((await Member(Grid.Organization("acme"), "alice", "guest")).Access.Version > first + 1);
    }

    [Fact]
    public async Task A_token_that_was_handed_out_before_opens_after()
    {
        var issued = await Invited(await Organization("acme"));

        await Host.Restart();

        (await Accept(issued)).Require();
        await Host.Restart();
        Assert.Equal(["owner", "alice"], (await Members(Grid.Organization("acme"))).Select(member => member.User));
    }

    [Fact]
    public async Task Listings_are_complete_after_crash_upon_crash()
    {
        var acme = await Organization("acme");
        var expected = new List<string> { "owner" };
        for (var round = 0; round < 4; round++)
        {
            for (var index = 0; index < 40; index++)
            {
                expected.Add($"u{round}-{index}");
                await Member(acme, expected[^1], "guest");
            }
            (await acme.RemoveMember(Service, expected[round * 20 + 1], None)).Require();
            expected.RemoveAt(round * 20 + 1);
            await Host.Restart();
            acme = Grid.Organization("acme");
            Assert.Equal(expected, (await Members(acme)).Select(member => member.User));
        }
    }
}
