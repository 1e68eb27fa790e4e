namespace RbacGrains.Client.Tests;

public sealed class LeasedCheckTests : LeasedGridTest
{
    private const string Making = "agents:create";

    [Fact]
    public async Task What_is_held_is_asked_for_once_and_answers_at_once()
    {
        await Put("alice", "editor");
        await using var client = Client();

        Assert.True(await client.Allows("alice", "acme", Making));
        for (var time = 0; time < 100; time++)
        {
            var again = client.Allows("alice", "acme", Making);
            Assert.True(again.IsCompletedSuccessfully);
            Assert.True(await again);
        }
        Assert.Equal((1, 1), (Line.Acquired, client.Held));
        Assert.Equal(LeaseState.Leased, client.State);
    }

    [Fact]
    public async Task Every_answer_is_the_grids_own()
    {
        await Members();
        await using var client = Client();
        string?[] projects = [null, "shop", "elsewhere"];
        foreach (var user in new[] { "owner", "alice", "bob", "stranger" })
            foreach (var organization in new[] { "acme", "studio", "nowhere" })
                foreach (var action in new[] { Making, "agents:read", "knowledge/faqs:modify", "knowledge/faqs@edit", "knowledge/faqs@read", "no:such" })
                    foreach (var project in projects)
                    {
                        var own = await Server.User(user).Check(Caller.Service, organization, action, project, default);
                        var leased = await client.Check(user, organization, action, project);
                        Assert.Equal((own.Error?.Code, own.Error?.Kind, own.Error?.Pointer), (leased.Error?.Code, leased.Error?.Kind, leased.Error?.Pointer));
                        Assert.Equal(own.Value, leased.Value);
                        Assert.Equal(own.Succeeded && own.Value.Allowed, await client.Allows(user, organization, action, project));
                        Assert.Equal(own.Value, (await client.User(user).Check(organization, action, project)).Value);
                        Assert.Equal(
                            own.Succeeded && own.Value.Allowed, await client.Hold(user, organization).Allows(new KnownAction(action), project));
                    }
    }

    [Theory]
    [InlineData("al ice", "acme", null, "/user")]
    [InlineData("alice", "", null, "/organization")]
    [InlineData("alice", "acme", "*", "/project")]
    public async Task What_is_no_id_is_refused_as_the_grid_refuses_it(string user, string organization, string? project, string pointer)
    {
        await Put("alice", "editor");
        await using var client = Client();
        Assert.True(await client.Allows("alice", "acme", Making));

        var refused = (await client.Check(user, organization, Making, project)).Error!;

        Assert.Equal((ErrorCodes.InvalidId, pointer), (refused.Code, refused.Pointer));
        Assert.False(await client.Allows(user, organization, Making, project));
        Assert.False(await client.Hold(user, organization).Allows(new KnownAction(Making), project));
    }

    [Fact]
    public async Task A_revocation_that_is_acknowledged_is_seen_by_the_next_check()
    {
        await using var client = Client();
        var (held, create) = (client.Hold("alice", "acme"), new KnownAction(Making));
        for (var round = 0; round < 20; round++)
        {
            await Put("alice", "editor");
            Assert.True(await client.Allows("alice", "acme", Making));
            Assert.True(await held.Allows(create));
            await Put("alice", "analyst");
            Assert.False(await client.Allows("alice", "acme", Making));
            Assert.False(await held.Allows(create));
        }
    }

    [Fact]
    public async Task A_change_of_a_custom_role_that_is_acknowledged_is_seen_by_the_next_check()
    {
        var support = new RoleContent { Title = "Support", BasedOn = "analyst" };
        var wide = support with { Grants = Grants.Of([KeyValuePair.Create("agents:update", "allow"), KeyValuePair.Create("agents:message", "none")]) };
        var acme = Server.Organization("acme");
        await using var client = Client();
        (await acme.PutRole(Service, "support", support, default)).Require();
        await Put("alice", "support");
        for (var round = 0; round < 5; round++)
        {
            Assert.False(await client.Allows("alice", "acme", "agents:update"));
            Assert.True(await client.Allows("alice", "acme", "agents:message"));
            (await acme.PutRole(Service, "support", wide with { AcceptNarrowing = true }, default)).Require();
            Assert.True(await client.Allows("alice", "acme", "agents:update"));
            Assert.False(await client.Allows("alice", "acme", "agents:message"));
            (await acme.PutRole(Service, "support", support with { AcceptNarrowing = true }, default)).Require();
        }
        (await acme.DeleteRole(Service, "support", new DeleteRole("editor"), default)).Require();
        Assert.True(await client.Allows("alice", "acme", Making));
    }

    [Fact]
    public async Task A_change_of_a_group_that_is_acknowledged_is_seen_by_the_next_check_of_all_who_are_in_it()
    {
        var acme = Server.Organization("acme");
        string[] users = ["alice", "bob", "carol"];
        foreach (var user in users) await Put(user, "analyst");
        await Give("analyst");
        await using var client = Client();
        foreach (var user in users) Assert.False(await client.Allows(user, "acme", Making));
        foreach (var user in users) (await acme.AddGroupMember(Service, "team", user, default)).Require();
        for (var round = 0; round < 5; round++)
        {
            foreach (var user in users) Assert.False(await client.Allows(user, "acme", Making));
            await Give("editor");
            foreach (var user in users) Assert.True(await client.Allows(user, "acme", Making));
            // Held now, and answered without asking until the next change takes it away.
            var asked = Line.Acquired;
            foreach (var user in users) Assert.True(await client.Allows(user, "acme", Making));
            Assert.Equal(asked, Line.Acquired);
            await Give("analyst");
        }
        await Give("editor");
        Assert.True(await client.Allows("alice", "acme", Making));
        (await acme.RemoveGroupMember(Service, "team", "alice", default)).Require();
        Assert.False(await client.Allows("alice", "acme", Making));
        Assert.True(await client.Allows("bob", "acme", Making));
        (await acme.DeleteGroup(Service, "team", default)).Require();
        Assert.False(await client.Allows("bob", "acme", Making));

        async Task Give(string role) => (await acme.PutGroup(Service, "team", new GroupContent { Title = "Team", Role = role }, default)).Require();
    }

    [Fact]
    public async Task That_somebody_is_no_member_is_held_until_they_are()
    {
        await using var client = Client();
        Assert.Equal(DecisionReason.NotMember, (await client.Check("alice", "acme", Making)).Require().Reason);
        Assert.Equal(DecisionReason.NotMember, (await client.Check("alice", "acme", Making)).Require().Reason);
        Assert.Equal(1, Line.Acquired);

        await Put("alice", "editor");
        Assert.True(await client.Allows("alice", "acme", Making));
        await Remove("alice");
        Assert.False(await client.Allows("alice", "acme", Making));
    }

    [Fact]
    public async Task A_change_of_policy_is_seen_by_the_next_check_of_every_member()
    {
        await Put("alice", "editor");
        await Put("bob", "editor");
        await using var client = Client();
        var before = (await client.Check("alice", "acme", Making)).Require().PolicyVersion;
        Assert.Equal(before, (await client.Check("bob", "acme", Making)).Require().PolicyVersion);

        (await Server.Organization("acme").Update(Service, new UpdateOrganization(Name: "The acme"), default)).Require();

        Assert.Equal(before + 1, (await client.Check("alice", "acme", Making)).Require().PolicyVersion);
        Assert.Equal(before + 1, (await client.Check("bob", "acme", Making)).Require().PolicyVersion);
    }

    [Fact]
    public async Task A_deleted_organization_is_gone_and_another_of_its_id_has_other_members()
    {
        await Put("alice", "editor");
        await using var client = Client();
        Assert.True(await client.Allows("alice", "acme", Making));

        (await Server.Organization("acme").Delete(Service, default)).Require();
        Assert.Equal(ErrorCodes.OrganizationNotFound, (await client.Check("alice", "acme", Making)).Error!.Code);
        Assert.Equal(ErrorCodes.OrganizationNotFound, (await client.Check("alice", "acme", Making)).Error!.Code);

        await Create("acme");
        Assert.Equal(DecisionReason.NotMember, (await client.Check("alice", "acme", Making)).Require().Reason);
        Assert.True(await client.Allows("owner", "acme", Making));
    }

    [Fact]
    public async Task An_organization_that_comes_to_be_on_another_model_is_judged_by_that()
    {
        await using var client = Client();
        var (held, action) = (client.Hold("owner", "acme"), new KnownAction(Making));
        Assert.True(await held.Allows(action));

        (await Server.Organization("acme").Delete(Service, default)).Require();
        await Create("acme", "agent-studio");

        Assert.False(await held.Allows(action));
        Assert.True(await held.Allows(new KnownAction("knowledge/faqs@edit")));
    }

    [Fact]
    public async Task A_membership_expires_while_it_is_held()
    {
        var expiring = new MemberAssignment { Role = "editor", ExpiresAt = Time.GetUtcNow().AddSeconds(2) };
        (await Server.Organization("acme").PutMember(Service, "alice", expiring, default)).Require();
        await using var client = Client();
        Assert.True(await client.Allows("alice", "acme", Making));

        Time.Advance(TimeSpan.FromSeconds(2));

        Assert.False(await client.Allows("alice", "acme", Making));
    }

    [Fact]
    public async Task Who_asks_for_the_same_at_once_waits_for_one_answer_and_others_share_requests()
    {
        await Put("alice", "editor");
        await using var client = Client();
        await client.Connect();
        var gate = new TaskCompletionSource();
        Line.Gate = gate.Task;

        var same = Enumerable.Range(0, 50).Select(_ => client.Allows("alice", "acme", Making).AsTask()).ToList();
        var others = Enumerable.Range(0, 300).Select(user => client.Allows($"user{user}", "acme", Making).AsTask()).ToList();
        await Until(() => Line.Acquired > 0);
        gate.SetResult();

        Assert.All(await Task.WhenAll(same), Assert.True);
        Assert.All(await Task.WhenAll(others), Assert.False);
        Assert.Equal(301, Line.Acquired);
        Assert.InRange(Line.Requests.Count, 1, 12);
    }

    [Fact]
    public async Task What_is_changed_while_it_is_on_its_way_is_asked_for_again()
    {
        await Put("alice", "editor");
        await using var client = Client();
        await client.Connect();
        var gate = new TaskCompletionSource();
        Line.Gate = gate.Task;
        var check = client.Allows("alice", "acme", Making).AsTask();
        await Until(() => Line.Acquired == 1);

        await Put("alice", "analyst");
        gate.SetResult();

        Assert.False(await check);
        Assert.False(await client.Allows("alice", "acme", Making));
    }

    [Fact]
    public async Task No_more_is_held_than_may_be_and_what_is_asked_for_stays()
    {
        await Put("alice", "editor");
        await using var client = Client(options => options.MostHeld = 100);
        for (var user = 0; user < 1000; user++)
        {
            Assert.True(await client.Allows("alice", "acme", Making));
            Assert.False(await client.Allows($"user{user}", "acme", Making));
            Assert.True(client.Held <= 100);
        }
        Assert.InRange(Line.Acquired, 1001, 1020);

        // Whoever was given up is not recalled from this client any more.
        await Until(() => Server.Leases.Held <= 102, TimeSpan.FromMilliseconds(100));
        await Put("alice", "analyst");
        Assert.False(await client.Allows("alice", "acme", Making));
    }

    [Fact]
    public async Task Many_organizations_of_one_user_are_held_side_by_side()
    {
        for (var number = 0; number < 20; number++) await Create($"org{number}");
        await using var client = Client();

        var checks = Enumerable.Range(0, 20).Select(number => new CheckRequest($"org{number}", Making, null));
        var decided = await client.User("owner").CheckMany(Caller.Service, [.. checks], default);

        Assert.All(decided, decision => Assert.True(decision.Require().Allowed));
        Assert.Equal(20, client.Held);
        await Put("owner", "admin", "org7");
        Assert.True(await client.Allows("owner", "org7", Making));
        Assert.True(await client.Allows("owner", "org8", Making));
    }

    [Fact]
    public async Task Who_acts_for_a_user_is_judged_by_the_grid_each_time()
    {
        await Put("alice", "analyst");
        await using var client = Client();

        Assert.True((await client.User("alice").Check(new Caller("owner"), "acme", "agents:read", null, default)).Require().Allowed);
        Assert.Equal(
            ErrorCodes.OrganizationNotFound,
            (await client.User("alice").Check(new Caller("stranger"), "acme", "agents:read", null, default)).Error!.Code);
        Assert.Equal(0, Line.Acquired);
    }

    private async Task Members()
    {
        await Create("studio", "agent-studio", "enterprise");
        await Put("alice", "editor");
        await Put("bob", "analyst");
        var granted = new MemberAssignment
        {
            Role = "member",
            Grants = Grants.Of([KeyValuePair.Create("knowledge", "edit")]),
            Projects = [new ProjectAssignment { Project = "shop", Grants = Grants.Of([KeyValuePair.Create("knowledge", "read")]) }],
        };
        (await Server.Organization("studio").PutMember(Service, "alice", granted, default)).Require();
    }
}
