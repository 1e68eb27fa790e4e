namespace RbacGrains.Contract.Tests;

/// <summary>Listings come in pages; the pages together are complete, whoever comes and goes meanwhile.</summary>
public abstract class ListingSuite : ContractSuite
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100)]
    [InlineData(1000)]
    public async Task Pages_of_any_size_hold_every_member_in_the_order_of_joining(int size)
    {
        var acme = await Organization("acme");
        var users = await Join(acme, 30);

        Assert.Equal(["owner", .. users], (await Members(acme, size: size)).Select(member => member.User));
    }

    [Fact]
    public async Task Whoever_stays_is_listed_once_while_others_come_and_go()
    {
        var acme = await Organization("acme");
        var users = await Join(acme, 230);

        var listed = await Pages.All(
            page => acme.ListMembers(Caller.Service, new MemberFilter(), page, None),
            size: 20,
            async page =>
            {
                (await acme.RemoveMember(Service, users[page * 20], None)).Require();
                (await acme.RemoveMember(Service, users[^(page + 1)], None)).Require();
                await Member(acme, $"new{page}", "guest");
            });

        var names = listed.Select(member => member.User).ToList();
        Assert.Equal(names.Distinct(), names);
        Assert.Empty((await Members(acme)).Select(member => member.User).Where(user => !user.StartsWith("new", StringComparison.Ordinal)).Except(names));
    }

    [Fact]
    public async Task Whoever_comes_back_is_listed_once_also_after_a_restart()
    {
        var acme = await Organization("acme");
        var users = await Join(acme, 110);

        (await acme.RemoveMember(Service, users[0], None)).Require();
        await Member(acme, users[0], "guest");
        await Host.Restart();

        Assert.Equal(["owner", .. users[1..], users[0]], (await Members(Grid.Organization("acme"))).Select(member => member.User));
    }

    [Fact]
    public async Task Filters_find_members_by_role_status_and_address()
    {
        var acme = await Organization("acme");
        await Member(acme, "alice", new MemberAssignment { Role = "writer", Email = "Alice@Example.com" });
        await Member(acme, "bob@example.com", new MemberAssignment { Role = "writer", Suspended = true });
        await Member(acme, "carol", new MemberAssignment { Role = "guest", ExpiresAt = Clock.GetUtcNow().AddHours(1) });
        Clock.Advance(TimeSpan.FromHours(2));

        async Task<string> Found(MemberFilter filter) => string.Join(' ', (await Members(acme, filter)).Select(member => member.User));

        Assert.Equal("alice bob@example.com", await Found(new MemberFilter(Role: "writer")));
        Assert.Equal("bob@example.com", await Found(new MemberFilter(Status: MemberStatus.Suspended)));
        Assert.Equal("carol", await Found(new MemberFilter(Status: MemberStatus.Expired)));
        Assert.Equal("owner alice", await Found(new MemberFilter(Status: MemberStatus.Active)));
        Assert.Equal("alice", await Found(new MemberFilter(Email: "alice@example.COM")));
        Assert.Equal("bob@example.com", await Found(new MemberFilter(Email: "bob@example.com")));
        Assert.Equal("", await Found(new MemberFilter("writer", MemberStatus.Expired)));
        Fails(
            ErrorCodes.UnknownRole, await acme.ListMembers(Caller.Service, new MemberFilter(Role: "king"), new PageRequest(), None));
    }

    [Fact]
    public async Task A_search_finds_parts_of_ids_and_addresses_and_a_count_counts_what_is_found()
    {
        var acme = await Organization("acme");
        await Member(acme, "alice", new MemberAssignment { Role = "writer", Email = "Liddell@Example.com" });
        await Member(acme, "bob@example.com", new MemberAssignment { Role = "writer", Suspended = true });
        await Member(acme, "Carol", "guest");

        await Finds("alice bob@example.com", new MemberFilter(Search: "EXAMPLE"));
        await Finds("alice", new MemberFilter(Search: "liddell@"));
        await Finds("Carol", new MemberFilter(Search: "aro"));
        await Finds("alice", new MemberFilter("writer", MemberStatus.Active, Search: "l"));
        await Finds("owner alice bob@example.com Carol", new MemberFilter());
        await Finds("", new MemberFilter(Search: "a%"));
        await Finds("", new MemberFilter(Group: "team"));
        (await acme.RemoveMember(Service, "alice", None)).Require();
        await Finds("bob@example.com", new MemberFilter(Search: "example"));

        async Task Finds(string users, MemberFilter filter)
        {
            Assert.Equal(users, string.Join(' ', (await Members(acme, filter, size: 1)).Select(member => member.User)));
            Assert.Equal(users.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length, (await acme.CountMembers(Caller.Service, filter, None)).Require());
        }
    }

    [Fact]
    public async Task A_filter_that_means_nothing_is_refused_by_the_count_as_by_the_list()
    {
        var acme = await Organization("acme");
        await Member(acme, "guest", "guest");

        foreach (var (code, filter) in new[]
        {
            (ErrorCodes.UnknownRole, new MemberFilter(Role: "king")),
            (ErrorCodes.InvalidValue, new MemberFilter(Search: "")),
            (ErrorCodes.InvalidValue, new MemberFilter(Search: new string('a', 129))),
            (ErrorCodes.InvalidId, new MemberFilter(Group: "no group")),
        })
        {
            Fails(code, await acme.ListMembers(Caller.Service, filter, new PageRequest(), None));
            Fails(code, await acme.CountMembers(Caller.Service, filter, None));
        }
        Assert.Equal(2, (await acme.CountMembers(Caller.Service, new MemberFilter(Search: null), None)).Require());
        Fails(ErrorCodes.PermissionDenied, await acme.CountMembers(new Caller("guest"), new MemberFilter(), None));
        Fails(ErrorCodes.OrganizationNotFound, await acme.CountMembers(new Caller("stranger"), new MemberFilter(), None));
    }

    [Fact]
    public async Task A_filter_never_answers_with_what_it_does_not_want_while_roles_change()
    {
        var acme = await Organization("acme");
        await Member(acme, "alice", "guest");
        var done = false;

        await AtOnce(
            async () =>
            {
                for (var round = 0; round < 40; round++) await Patched(acme, "alice", new MemberPatch { Role = round % 2 == 0 ? "writer" : "guest" });
                Volatile.Write(ref done, true);
                return true;
            },
            async () =>
            {
                while (!Volatile.Read(ref done))
                    Assert.All(
                        await Members(acme, new MemberFilter(Role: "guest")), member => Assert.Equal("guest", member.Access.Role));
                return true;
            });
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(1001, "")]
    [InlineData(10, "nonsense")]
    [InlineData(10, "-1-2")]
    public async Task A_page_that_cannot_be_is_refused(int size, string token)
    {
        var acme = await Organization("acme");
        var page = new PageRequest(size, token);

        Fails(ErrorCodes.InvalidValue, await acme.ListMembers(Caller.Service, new MemberFilter(), page, None));
        Fails(ErrorCodes.InvalidValue, await acme.ListInvitations(Caller.Service, new InvitationFilter(), page, None));
        Fails(ErrorCodes.InvalidValue, await acme.ListWhoCan(Caller.Service, "files:read", null, page, None));
        Fails(ErrorCodes.InvalidValue, await Grid.Tenants.List(Caller.Service, page, None));
    }

    [Fact]
    public async Task The_service_sees_every_organization_and_a_user_their_own()
    {
        for (var index = 0; index < 25; index++)
        {
            var organization = await Organization($"org{index:00}");
            if (index % 2 == 0) await Member(organization, "alice", "guest");
        }

        var all = await Pages.All(page => Grid.Tenants.List(Caller.Service, page, None), size: 4);
        var own = await Pages.All(
            page => Grid.Tenants.List(new Caller("alice"), page, None),
            size: 4,
            async page => (await Grid.Organization($"org{page * 2:00}").RemoveMember(Service, "alice", None)).Require());

        Assert.Equal(25, all.Select(view => view.Id).Distinct().Count());
        Assert.Equal(Enumerable.Range(0, 13).Select(index => $"org{index * 2:00}"), own.Select(view => view.Id));
        Assert.Empty(await Pages.All(page => Grid.Tenants.List(new Caller("nobody"), page, None)));
    }

    private static async Task<string[]> Join(IOrganization organization, int count)
    {
        var users = Enumerable.Range(0, count).Select(index => $"u{index:000}").ToArray();
        foreach (var user in users) await Member(organization, user, "guest");
        return users;
    }
}
