using RbacGrains.Grains.Leases;

namespace RbacGrains.Grains.Tests.Cluster;

/// <summary>A change of policy reaches every silo that holds the policy before it is acknowledged.</summary>
public sealed class PolicyLeaseTests : IAsyncLifetime
{
    private GridCluster? _started;

    private GridCluster Cluster => _started!;

    private static CancellationToken None => CancellationToken.None;

    private IOrganization Acme => Cluster.Grid.Organization("acme");

    public async Task InitializeAsync()
    {
        _started = await GridCluster.Start(silos: 3, TimeSpan.FromSeconds(3));
        (await Acme.Create(ChangeContext.Service, new CreateOrganization("Acme", ContractModels.Workshop, "enterprise", "owner"), None)).Require();
    }

    public Task DisposeAsync() => Cluster.DisposeAsync().AsTask();

    [Fact]
    public async Task Every_silo_holds_the_new_policy_once_the_change_is_acknowledged()
    {
        for (var round = 0; round < 20; round++)
        {
            foreach (var silo in Holders()) await silo.Get("acme", None);
            var changed = (await Acme.Update(ChangeContext.Service, new UpdateOrganization($"Name {round}"), None)).Require();

            foreach (var silo in Holders())
                Assert.Equal(changed.PolicyVersion, (await silo.Get("acme", None)).Require().Policy.Version);
        }
    }

    [Fact]
    public async Task A_policy_is_the_same_object_for_as_long_as_nothing_changes()
    {
        var holder = Holders().First();
        var first = (await holder.Get("acme", None)).Require();

        await Task.Delay(Cluster.Lease * 1.5);

        Assert.Same(first.Policy, (await holder.Get("acme", None)).Require().Policy);
    }

    [Fact]
    public async Task A_policy_that_is_dropped_while_it_is_asked_for_is_asked_for_again()
    {
        var guard = new Lock();
        // Not what the organization answers with: that may be a change which no silo has been told of yet, and nobody was promised.
        var acknowledged = 0L;
        var tasks = Enumerable.Range(0, 200).Select(async round =>
        {
            if (round % 10 == 0)
            {
                var changed = (await Acme.Update(ChangeContext.Service, new UpdateOrganization($"Name {round}"), None)).Require();
                lock (guard) acknowledged = Math.Max(acknowledged, changed.PolicyVersion);
            }
            var known = Volatile.Read(ref acknowledged);
            foreach (var silo in Holders())
                Assert.True((await silo.Get("acme", None)).Require().Policy.Version >= known);
        });

        await Task.WhenAll(tasks);
    }

    [Fact]
    public async Task A_drop_for_a_change_that_was_not_made_after_all_is_followed_by_the_policy_as_it_is()
    {
        var holder = Cluster.On<PolicyHolder>(0);
        var present = (await holder.Get("acme", None)).Require().Policy.Version;

        holder.Drop("acme", present + 1);

        Assert.Equal(present, (await holder.Get("acme", None).AsTask().WaitAsync(TimeSpan.FromSeconds(20))).Require().Policy.Version);
    }

    [Fact]
    public async Task A_deleted_organization_is_held_nowhere()
    {
        foreach (var silo in Holders()) await silo.Get("acme", None);

        (await Acme.Delete(ChangeContext.Service, None)).Require();

        foreach (var silo in Holders())
            Assert.Equal(ErrorCodes.OrganizationNotFound, (await silo.Get("acme", None)).Error?.Code);
    }

    [Fact]
    public async Task A_holder_that_is_lost_delays_a_change_by_no_more_than_a_lease_and_nothing_stale_is_left()
    {
        foreach (var silo in Holders()) await silo.Get("acme", None);
        await Cluster.Silos.KillSiloAsync(Cluster.Silos.Silos[2]);

        // Whichever silo it was on, the organization wakes up where it is needed.
        var changed = await Eventually(() => Acme.Update(ChangeContext.Service with { OperationId = "op" }, new UpdateOrganization("Other"), None));

        for (var silo = 0; silo < 2; silo++)
            Assert.Equal(changed.PolicyVersion, (await Cluster.On<PolicyHolder>(silo).Get("acme", None)).Require().Policy.Version);
    }

    private IEnumerable<IPolicySource> Holders() => Enumerable.Range(0, 3).Select(silo => Cluster.On<PolicyHolder>(silo));

    private static async Task<T> Eventually<T>(Func<ValueTask<Result<T>>> call)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        while (true)
        {
            var result = await call();
            if (result.Succeeded) return result.Value;
            Assert.Equal(ErrorKind.Unavailable, result.Error.Kind);
            patience.Token.ThrowIfCancellationRequested();
        }
    }
}
