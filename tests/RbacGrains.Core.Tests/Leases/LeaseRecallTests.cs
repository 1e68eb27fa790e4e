namespace RbacGrains.Core.Tests;

public sealed class LeaseRecallTests : LeaseTest
{
    [Fact]
    public async Task What_nobody_holds_is_recalled_at_once()
    {
        await Opened(new NotingHolder());

        Assert.True(RecalledUser("alice").IsCompleted);
        Assert.True(RecalledOrganization("acme").IsCompleted);
    }

    [Fact]
    public async Task A_holder_is_told_to_drop_and_waited_for()
    {
        var holder = new NotingHolder();
        var session = await Opened(holder);
        await Acquire(session, "alice");

        var recall = RecalledUser("alice");

        Assert.Equal([new LeaseDrop(1, LeaseKind.User, "alice")], holder.Drops);
        Assert.False(recall.IsCompleted);
        (await Renewed(session, acknowledged: 1)).Require();
        await recall;
        Assert.True(RecalledUser("alice").IsCompleted);
    }

    [Fact]
    public async Task A_holder_that_drops_at_once_delays_nothing()
    {
        var holder = new NotingHolder(dropsAtOnce: true);
        await Acquire(await Opened(holder), "alice");

        Assert.True(RecalledUser("alice").IsCompleted);
        Assert.Single(holder.Drops);
    }

    [Fact]
    public async Task What_drops_at_once_does_not_overtake_what_was_not_acknowledged()
    {
        var session = await Opened(new NotingHolder());
        await Acquire(session, "alice");
        await Acquire(session, "bob");
        var alice = RecalledUser("alice");
        var bob = RecalledUser("bob");

        (await Renewed(session, acknowledged: 1)).Require();

        await alice;
        Assert.False(bob.IsCompleted);
        (await Renewed(session, acknowledged: 2)).Require();
        await bob;
    }

    [Fact]
    public async Task A_policy_is_recalled_like_a_user()
    {
        var holder = new NotingHolder();
        var session = await Opened(holder);
        var answer = (await Acquire(session, "alice", "acme")).Require();
        Assert.Equal(ErrorCodes.OrganizationNotFound, Assert.Single(answer.Policies).Error!.Code);

        var recall = RecalledOrganization("acme");

        Assert.Equal([new LeaseDrop(1, LeaseKind.Organization, "acme")], holder.Drops);
        Assert.False(recall.IsCompleted);
        Advance(5.1);
        await recall;
    }

    [Fact]
    public async Task Every_holder_is_waited_for()
    {
        var sessions = new[] { await Opened(new NotingHolder()), await Opened(new NotingHolder()), await Opened(new NotingHolder()) };
        foreach (var session in sessions) await Acquire(session, "alice");

        var recall = RecalledUser("alice");

        (await Renewed(sessions[0], 1)).Require();
        (await Renewed(sessions[2], 1)).Require();
        Assert.False(recall.IsCompleted);
        (await Renewed(sessions[1], 1)).Require();
        await recall;
    }

    [Fact]
    public async Task A_client_that_says_nothing_is_waited_for_until_its_lease_has_run_out_and_no_longer()
    {
        var session = await Opened(new NotingHolder());
        await Acquire(session, "alice");
        var recall = RecalledUser("alice");

        Advance(4.9);
        Assert.False(recall.IsCompleted);
        Advance(0.2);

        await recall;
        Assert.Equal(ErrorCodes.LeaseEnded, (await Renewed(session, 1)).Error!.Code);
    }

    [Fact]
    public async Task A_client_that_renews_without_hearing_delays_a_change_by_no_more_than_a_lease()
    {
        var session = await Opened(new NotingHolder());
        await Acquire(session, "alice");
        var recall = RecalledUser("alice");

        for (var second = 0; second < 4; second++)
        {
            Advance(1);
            Assert.True((await Renewed(session)).Require() <= TimeSpan.FromSeconds(4 - second));
        }
        Assert.False(recall.IsCompleted);
        Advance(1.1);

        await recall;
        Assert.Equal(ErrorCodes.LeaseEnded, (await Renewed(session)).Error!.Code);
    }

    [Fact]
    public async Task A_client_that_acknowledges_with_delay_keeps_its_lease_however_much_is_dropped()
    {
        var session = await Opened(new NotingHolder());
        for (var number = 1; number <= 50; number++)
        {
            await Acquire(session, "alice");
            var recall = RecalledUser("alice");
            Advance(1);
            Assert.Equal(TimeSpan.FromSeconds(5), (await Renewed(session, number)).Require());
            await recall;
        }
    }

    [Fact]
    public async Task An_abandoned_session_counts_until_its_lease_has_run_out_and_is_renewed_no_more()
    {
        var session = await Opened(new NotingHolder());
        await Acquire(session, "alice");
        await session.Abandon();
        var recall = RecalledUser("alice");

        Assert.Equal(ErrorCodes.LeaseEnded, (await Renewed(session)).Error!.Code);
        Assert.False(recall.IsCompleted);
        Advance(5.1);

        await recall;
        Assert.Equal(0, Registry.Sessions);
    }

    [Fact]
    public async Task An_ended_session_is_not_waited_for()
    {
        var session = await Opened(new NotingHolder());
        await Acquire(session, "alice");
        var recall = RecalledUser("alice");

        await session.End();

        await recall;
        Assert.Equal((0, 0), (Registry.Sessions, Registry.Held));
    }

    [Fact]
    public async Task A_client_that_cannot_be_told_is_waited_for()
    {
        var session = (await Registry.Open(Caller.Service, new BrokenHolder(), default)).Require();
        await Acquire(session, "alice");

        var recall = RecalledUser("alice");

        Assert.False(recall.IsCompleted);
        Assert.Equal(ErrorCodes.LeaseEnded, (await Renewed(session)).Error!.Code);
        Advance(5.1);
        await recall;
    }

    [Fact]
    public async Task After_an_earlier_process_everything_counts_as_held_for_one_lease()
    {
        Registry.Outlive(TimeSpan.FromSeconds(5));
        var recall = RecalledUser("alice");

        Advance(4.9);
        Assert.False(recall.IsCompleted);
        Advance(0.2);

        await recall;
        Assert.True(RecalledUser("alice").IsCompleted);
    }

    private sealed class BrokenHolder : ILeaseHolder
    {
        public bool Drop(LeaseDrop drop) => throw new IOException("The line is cut.");
    }
}
