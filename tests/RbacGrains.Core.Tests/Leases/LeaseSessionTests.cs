namespace RbacGrains.Core.Tests;

public sealed class LeaseSessionTests : LeaseTest
{
    [Fact]
    public async Task A_lease_that_is_renewed_lasts()
    {
        var session = await Opened(new NotingHolder());
        for (var second = 0; second < 30; second++)
        {
            Advance(4);
            Assert.Equal(TimeSpan.FromSeconds(5), (await Renewed(session)).Require());
        }
        Assert.True((await Acquire(session, "alice")).Succeeded);
    }

    [Fact]
    public async Task A_lease_that_has_run_out_is_forgotten_with_all_that_was_held()
    {
        var session = await Opened(new NotingHolder());
        await Acquire(session, "alice", "acme");
        Assert.Equal((1, 2), (Registry.Sessions, Registry.Held));

        Advance(5.1);

        Assert.Equal((0, 0), (Registry.Sessions, Registry.Held));
        Assert.Equal(ErrorCodes.LeaseEnded, (await Acquire(session, "alice")).Error!.Code);
        Assert.Equal(ErrorCodes.LeaseEnded, (await Renewed(Registry.Find(Caller.Service, session.Id))).Error!.Code);
    }

    [Fact]
    public async Task A_session_is_found_by_who_opened_it_and_by_nobody_else()
    {
        var session = await Opened(new NotingHolder(), user: "alice");

        Assert.True((await Renewed(Registry.Find(new Caller("alice"), session.Id))).Succeeded);
        Assert.Equal(ErrorCodes.LeaseEnded, (await Renewed(Registry.Find(new Caller("bob"), session.Id))).Error!.Code);
        Assert.Equal(ErrorCodes.LeaseEnded, (await Renewed(Registry.Find(Caller.Service, session.Id))).Error!.Code);
        Assert.Equal(ErrorCodes.LeaseEnded, (await Acquire(Registry.Find(Caller.Service, "nonsense"), "alice")).Error!.Code);
    }

    [Fact]
    public async Task Who_is_no_member_is_held_as_well()
    {
        var answer = (await Acquire(await Opened(new NotingHolder()), "alice")).Require();

        Assert.Equal(new LeasedAccess("alice", "acme", 0, null), Assert.Single(answer.Accesses));
        Assert.Equal(1, Registry.Held);
    }

    [Fact]
    public async Task Who_acts_for_a_user_is_given_what_that_user_may_see_and_holds_nothing_else()
    {
        Records.Hidden.Add("secret");
        var session = await Opened(new NotingHolder(), user: "alice");

        var answer = (await session.Acquire(
            new LeaseRequest(1, [new AccessKey("bob", "acme"), new AccessKey("bob", "secret")], ["secret"]), default)).Require();

        Assert.Equal("acme", Assert.Single(answer.Accesses).Organization);
        Assert.Empty(answer.Policies);
        var refusal = Assert.Single(answer.Refused);
        Assert.Equal(("secret", ErrorCodes.OrganizationNotFound), (refusal.Organization, refusal.Error.Code));
        Assert.Equal(1, Registry.Held);
    }

    [Fact]
    public async Task No_lease_outlasts_what_the_process_itself_may_answer_for()
    {
        Records.Longest = TimeSpan.FromSeconds(2);
        var session = await Opened(new NotingHolder());
        Assert.Equal(TimeSpan.FromSeconds(2), session.Lease);

        Advance(1);
        Records.Longest = TimeSpan.Zero;
        Assert.Equal(ErrorCodes.GridUnavailable, (await Renewed(session)).Error!.Code);
        Assert.Equal(ErrorCodes.GridUnavailable, (await Registry.Open(Caller.Service, new NotingHolder(), default)).Error!.Code);

        Records.Longest = TimeSpan.FromSeconds(3);
        Assert.Equal(TimeSpan.FromSeconds(3), (await Renewed(session)).Require());
    }

    [Fact]
    public async Task Sessions_and_what_they_hold_are_bounded()
    {
        using var registry = Made(new LeaseOptions { MostSessions = 2, MostHeldPerSession = 2, MostHeld = 3 });
        var one = (await registry.Open(Caller.Service, new NotingHolder(), default)).Require();
        var other = (await registry.Open(Caller.Service, new NotingHolder(), default)).Require();

        Assert.Equal(ErrorCodes.LeasesExhausted, (await registry.Open(Caller.Service, new NotingHolder(), default)).Error!.Code);
        Assert.True((await Acquire(one, "alice", "acme")).Succeeded);
        Assert.Equal(ErrorCodes.LeasesExhausted, (await Acquire(one, "bob")).Error!.Code);
        Assert.True((await Acquire(other, "bob")).Succeeded);
        Assert.Equal(ErrorCodes.LeasesExhausted, (await Acquire(other, "carol")).Error!.Code);
        Assert.Equal(3, registry.Held);
    }

    [Fact]
    public async Task A_client_that_leaves_too_many_drops_unacknowledged_is_renewed_no_more()
    {
        using var registry = Made(new LeaseOptions { MostUnacknowledged = 2 });
        var session = (await registry.Open(Caller.Service, new NotingHolder(), default)).Require();
        foreach (var user in Ids("alice", "bob", "carol"))
        {
            await Acquire(session, user);
            _ = registry.RecallUser(user).AsTask();
        }

        Assert.Equal(ErrorCodes.LeaseEnded, (await Renewed(session, 3)).Error!.Code);
    }

    [Theory]
    [InlineData(0, "alice", "/sequence")]
    [InlineData(1, "al ice", "/accesses/0/user")]
    public async Task A_request_that_means_nothing_is_refused(long sequence, string user, string pointer)
    {
        var session = await Opened(new NotingHolder());

        var answer = await session.Acquire(new LeaseRequest(sequence, [new AccessKey(user, "acme")], []), default);

        Assert.Equal((ErrorKind.Invalid, pointer), (answer.Error!.Kind, answer.Error.Pointer));
    }

    [Fact]
    public async Task More_items_than_fit_are_refused()
    {
        var session = await Opened(new NotingHolder());
        var keys = Enumerable.Range(0, LeaseOptions.MostItems + 1).Select(index => new AccessKey($"user{index}", "acme"));

        var answer = await session.Acquire(new LeaseRequest(1, [.. keys], []), default);

        Assert.Equal(ErrorCodes.InvalidValue, answer.Error!.Code);
        Assert.Equal(0, Registry.Held);
    }

    [Fact]
    public async Task What_was_never_sent_cannot_be_acknowledged()
    {
        var session = await Opened(new NotingHolder());

        Assert.Equal(ErrorCodes.InvalidValue, (await Renewed(session, acknowledged: 1)).Error!.Code);
        Assert.Equal(ErrorCodes.InvalidValue, (await Renewed(session, acknowledged: -1)).Error!.Code);
    }

    [Fact]
    public async Task A_lease_that_can_outlive_the_process_is_announced_first()
    {
        await Opened(new NotingHolder { IsInProcess = true });
        Assert.Empty(Records.Announced);
        Assert.False(Registry.IsHeldElsewhere);

        await Opened(new NotingHolder());
        Assert.Equal([TimeSpan.FromSeconds(5)], Records.Announced);
        Assert.True(Registry.IsHeldElsewhere);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(61)]
    public void A_lease_of_another_length_than_one_to_sixty_seconds_is_refused(double seconds) =>
        Assert.Throws<ArgumentException>(() => Made(new LeaseOptions { Duration = TimeSpan.FromSeconds(seconds) }));
}
