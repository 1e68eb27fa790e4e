namespace RbacGrains.Grains.Tests.CallFilters;

/// <summary>The acting user goes where their calls go, and nowhere else.</summary>
public sealed class ActingUserTests(GuardedCluster cluster) : IClassFixture<GuardedCluster>
{
    [Fact]
    public async Task The_acting_user_is_carried_from_grain_to_grain()
    {
        Assert.Equal("alice", await cluster.As("alice", grains => grains.GetGrain<IDocumentGrain>("acme/a").Follow("acme/b")));
        await Assert.ThrowsAsync<PermissionDeniedException>(
            () => cluster.As("bob", grains => grains.GetGrain<IDocumentGrain>("acme/a").Follow("acme/b")));
    }

    [Fact]
    public async Task Each_of_many_flows_acts_as_its_own_user()
    {
        string[] users = ["alice", "owner", "paul"];
        await Task.WhenAll(Enumerable.Range(0, 300).Select(async round =>
        {
            var user = users[round % users.Length];
            // Few grains, so that calls of different users meet in them.
            Assert.Equal(user, await cluster.As(user, grains => grains.GetGrain<IDocumentGrain>($"acme/{round % 5}").Follow($"acme/far{round % 7}")));
            await Assert.ThrowsAsync<PermissionDeniedException>(
                () => cluster.As(null, grains => grains.GetGrain<IDocumentGrain>($"acme/{round % 5}").Follow($"acme/far{round % 7}")));
        }));
    }

    [Fact]
    public async Task A_call_leaves_nothing_behind_in_the_flow_that_made_it()
    {
        await cluster.As("alice", grains => grains.GetGrain<IDocumentGrain>("acme/a").Read());

        Assert.Null(ActingUser.Current);
        Assert.Null(await cluster.As(null, grains => grains.GetGrain<IDocumentGrain>("acme/a").Open()));
    }

    [Fact]
    public async Task Who_is_named_for_a_while_acts_for_that_while_and_before_whoever_is_signed_in()
    {
        using (ActingUser.Act("alice", "acme", "p"))
        {
            Assert.Equal(("alice", "acme", "p"), (ActingUser.Current, ActingUser.Organization, ActingUser.Project));
            Assert.Equal("alice", await cluster.As("bob", grains => grains.GetGrain<IDocumentGrain>("acme/a").Read()));
            using (ActingUser.Act("olga")) Assert.Equal(("olga", null), (ActingUser.Current, ActingUser.Organization));
            Assert.Equal(("alice", "acme"), (ActingUser.Current, ActingUser.Organization));
        }

        Assert.Equal((null, null, null), (ActingUser.Current, ActingUser.Organization, ActingUser.Project));
    }

    [Fact]
    public async Task A_timer_acts_for_nobody() =>
        Assert.Null(await cluster.As("alice", grains => grains.GetGrain<IDocumentGrain>("acme/timed").Later()));

    [Fact]
    public async Task A_check_is_the_services_own_whoever_acts()
    {
        using var acting = ActingUser.Act("bob");

        Assert.True((await cluster.Cluster.Grid.User("alice").Check("acme", "files:read")).Require().Allowed);
        Assert.Equal("bob", ActingUser.Current);
    }
}
