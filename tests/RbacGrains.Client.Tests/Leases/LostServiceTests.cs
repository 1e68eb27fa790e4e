namespace RbacGrains.Client.Tests;

public sealed class LostServiceTests : LeasedGridTest
{
    private const string Making = "agents:create";

    [Fact]
    public async Task When_the_service_is_lost_what_is_held_answers_until_the_lease_has_run_out_and_no_longer()
    {
        await Put("alice", "editor");
        await using var client = Client();
        var (held, create) = (client.Hold("alice", "acme"), new KnownAction(Making));
        Assert.True(await held.Allows(create));

        Line.Cut();
        Time.Advance(TimeSpan.FromSeconds(3));
        Assert.True(await client.Allows("alice", "acme", Making));
        Time.Advance(TimeSpan.FromSeconds(2));
        await Until(() => client.State == LeaseState.Unreachable, TimeSpan.FromMilliseconds(10));

        Assert.False(await client.Allows("alice", "acme", Making));
        Assert.False(await held.Allows(create));
        Assert.Equal(ErrorCodes.GridUnavailable, (await client.Check("alice", "acme", Making)).Error!.Code);
    }

    [Fact]
    public async Task When_the_service_is_back_what_was_held_counts_for_nothing()
    {
        await Put("alice", "editor");
        await using var client = Client();
        Assert.True(await client.Allows("alice", "acme", Making));
        Line.Cut();
        await Until(() => client.State == LeaseState.Unreachable, TimeSpan.FromMilliseconds(200));
        await Completed(Put("alice", "analyst"));

        Line.Mend();
        await Until(() => client.State == LeaseState.Leased, TimeSpan.FromMilliseconds(200));

        Assert.False(await client.Allows("alice", "acme", Making));
        Assert.Equal(1, client.Held);
    }

    [Fact]
    public async Task A_client_that_hears_nothing_answers_from_before_for_no_longer_than_the_change_waits_for_it()
    {
        await Put("alice", "editor");
        await using var client = Client();
        Assert.True(await client.Allows("alice", "acme", Making));
        Line.IsDeaf = true;

        var change = Put("alice", "analyst");
        while (!change.IsCompleted)
        {
            Time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Delay(1);
        }
        await change;

        Assert.False(await client.Allows("alice", "acme", Making));
    }

    [Fact]
    public async Task A_client_that_slept_does_not_answer_from_a_lease_that_ran_out_meanwhile()
    {
        await Put("alice", "editor");
        await using var client = Client();
        Assert.True(await client.Allows("alice", "acme", Making));
        Line.Cut();
        Time.Advance(TimeSpan.FromMinutes(10));

        // Whatever the keeper of the lease has noticed by now.
        var answer = client.Allows("alice", "acme", Making).AsTask();

        await Until(() => answer.IsCompleted, TimeSpan.FromMilliseconds(200));
        Assert.False(await answer);
    }

    [Fact]
    public async Task Where_it_is_wanted_what_was_held_answers_while_the_service_cannot_be_reached_up_to_its_bound()
    {
        await Put("alice", "editor");
        await using var client = Client(options => options.StaleWhileUnreachable = TimeSpan.FromMinutes(10));
        Assert.True(await client.Allows("alice", "acme", Making));
        Line.Cut();
        await Until(() => client.State == LeaseState.Stale, TimeSpan.FromMilliseconds(200));

        Time.Advance(TimeSpan.FromMinutes(9));
        Assert.True(await client.Allows("alice", "acme", Making));
        Assert.Equal(ErrorCodes.GridUnavailable, (await client.Check("bob", "acme", Making)).Error!.Code);

        Time.Advance(TimeSpan.FromMinutes(1));
        Assert.False(await client.Allows("alice", "acme", Making));
        await Until(() => client.State == LeaseState.Unreachable, TimeSpan.FromMilliseconds(200));
    }

    [Fact]
    public async Task What_is_stale_counts_for_nothing_once_the_service_is_back()
    {
        await Put("alice", "editor");
        await using var client = Client(options => options.StaleWhileUnreachable = TimeSpan.FromHours(1));
        Assert.True(await client.Allows("alice", "acme", Making));
        Line.Cut();
        await Until(() => client.State == LeaseState.Stale, TimeSpan.FromMilliseconds(200));
        await Completed(Put("alice", "analyst"));
        Assert.True(await client.Allows("alice", "acme", Making));

        Line.Mend();
        await Until(() => client.State == LeaseState.Leased, TimeSpan.FromMilliseconds(200));

        Assert.False(await client.Allows("alice", "acme", Making));
    }

    [Fact]
    public async Task A_session_that_the_service_has_ended_is_followed_by_another_without_a_wrong_answer()
    {
        await Put("alice", "editor");
        await using var client = Client(options => options.StaleWhileUnreachable = TimeSpan.FromHours(1));
        Assert.True(await client.Allows("alice", "acme", Making));

        // As a server that was paused does: it has forgotten the session, and its client has not.
        Line.Cut();
        await Until(() => Server.Leases.Sessions == 0, TimeSpan.FromMilliseconds(500));
        await Put("alice", "analyst");
        Line.Mend();
        await Until(() => client.State == LeaseState.Leased, TimeSpan.FromMilliseconds(200));

        Assert.False(await client.Allows("alice", "acme", Making));
    }

    [Fact]
    public async Task Where_no_lease_is_granted_each_check_is_asked_for()
    {
        await Put("alice", "editor");
        Line.Refusal = new Error(ErrorKind.Unavailable, ErrorCodes.LeasesExhausted, "There are too many.");
        await using var client = Client();

        Assert.True(await client.Allows("alice", "acme", Making));
        Assert.Equal((LeaseState.Asking, 0), (client.State, client.Held));
        await Put("alice", "analyst");
        Assert.False(await client.Allows("alice", "acme", Making));

        Line.Refusal = null;
        await Until(() => client.State == LeaseState.Leased, TimeSpan.FromMilliseconds(200));
        Assert.False(await client.Allows("alice", "acme", Making));
        Assert.Equal(1, client.Held);
    }

    [Fact]
    public async Task A_service_that_was_never_there_allows_nothing()
    {
        Line.Cut();
        await using var client = Client(options => options.StaleWhileUnreachable = TimeSpan.FromHours(1));

        Assert.False(await client.Allows("owner", "acme", Making));
        Assert.Equal(ErrorCodes.GridUnavailable, (await client.Check("owner", "acme", Making)).Error!.Code);
        Assert.Equal(LeaseState.Unreachable, client.State);
    }

    [Fact]
    public async Task Who_gives_up_waiting_is_not_answered()
    {
        await using var client = Client();
        await client.Connect();
        Line.Gate = new TaskCompletionSource().Task;
        using var tired = new CancellationTokenSource();
        var check = client.Check("owner", "acme", Making, cancellationToken: tired.Token).AsTask();
        await Until(() => Line.Acquired == 1);

        await tired.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => check);
    }

    [Fact]
    public async Task A_client_that_is_disposed_of_holds_nothing_and_allows_nothing()
    {
        await Put("alice", "editor");
        var client = Client();
        Assert.True(await client.Allows("alice", "acme", Making));

        await client.DisposeAsync();

        Assert.False(await client.Allows("alice", "acme", Making));
        Assert.Equal((LeaseState.Stopped, 0), (client.State, Server.Leases.Held));
        // Nobody waits for it.
        await Put("alice", "analyst");
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 3601)]
    public void Options_out_of_their_bounds_are_refused(int most, int stale) => Assert.Throws<ArgumentException>(() => Client(options =>
        (options.MostHeld, options.StaleWhileUnreachable) = (most, TimeSpan.FromSeconds(stale))));
}
