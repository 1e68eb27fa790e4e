using RbacGrains.Client;

namespace RbacGrains.Grains.Tests.Leases;

/// <summary>Clients in other processes answer by themselves, and never from what an acknowledged change has ended.</summary>
public sealed class SessionTests : IAsyncLifetime
{
    private readonly List<LeasedGrid> _clients = [];
    private GridCluster? _started;

    private static CancellationToken None => CancellationToken.None;

    private GridCluster Cluster => _started!;

    private IOrganization Acme => Cluster.Grid.Organization("acme");

    public async Task InitializeAsync()
    {
        _started = await GridCluster.Start(silos: 3, TimeSpan.FromSeconds(3));
        (await Acme.Create(ChangeContext.Service, new CreateOrganization("Acme", ContractModels.Workshop, "enterprise", "owner"), None)).Require();
        await Put("alice", "writer");
        await Put("bob", "writer");
    }

    public async Task DisposeAsync()
    {
        foreach (var client in _clients) await client.DisposeAsync();
        await Cluster.DisposeAsync();
    }

    [Fact]
    public async Task What_is_held_answers_at_once()
    {
        var client = await Client();
        Assert.True(await client.Allows("alice", "acme", "files:write"));

        var held = client.Allows("alice", "acme", "files:write");

        Assert.True(held is { IsCompletedSuccessfully: true, Result: true });
        Assert.Equal(1, client.Held);
    }

    [Fact]
    public async Task A_revocation_reaches_every_client_before_it_is_acknowledged()
    {
        var clients = await Clients();
        for (var round = 0; round < 20; round++)
        {
            await Everyone(clients, "alice", "files:write", allowed: true);
            await Put("alice", "guest");
            await Everyone(clients, "alice", "files:write", allowed: false);
            await Put("alice", "writer");
        }
    }

    [Fact]
    public async Task A_change_of_a_custom_role_reaches_every_client_before_it_is_acknowledged()
    {
        var crew = new RoleContent { Title = "Crew", BasedOn = "writer", AcceptNarrowing = true };
        (await Acme.PutRole(ChangeContext.Service, "crew", crew, None)).Require();
        await Put("alice", "crew");
        var clients = await Clients();
        for (var round = 0; round < 5; round++)
        {
            await Everyone(clients, "alice", "files:write", allowed: true);
            (await Acme.PutRole(
                ChangeContext.Service, "crew", crew with { Grants = Grants.Of([KeyValuePair.Create("files:write", "none")]) }, None)).Require();
            await Everyone(clients, "alice", "files:write", allowed: false);
            (await Acme.PutRole(ChangeContext.Service, "crew", crew, None)).Require();
        }
    }

    [Fact]
    public async Task Somebody_who_was_held_as_no_member_is_one_once_that_is_acknowledged()
    {
        var clients = await Clients();
        await Everyone(clients, "carol", "files:write", allowed: false);
        await Put("carol", "writer");
        await Everyone(clients, "carol", "files:write", allowed: true);

        (await Acme.RemoveMember(ChangeContext.Service, "carol", None)).Require();

        await Everyone(clients, "carol", "files:write", allowed: false);
    }

    [Fact]
    public async Task A_change_of_policy_reaches_every_client_before_it_is_acknowledged()
    {
        await Put("paul", "partner");
        var clients = await Clients();
        await Everyone(clients, "paul", "files:share", allowed: true);

        (await Acme.Update(
            ChangeContext.Service,
            new UpdateOrganization(null, "free") { Reassign = System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty.Add("partner", "guest") },
            None)).Require();

        await Everyone(clients, "paul", "files:share", allowed: false);
        foreach (var client in clients) Assert.Equal(
            (await Acme.Get(Caller.Service, None)).Require().PolicyVersion, (await client.Check("paul", "acme", "files:read")).Require().PolicyVersion);
    }

    [Fact]
    public async Task A_deleted_organization_is_held_nowhere_and_one_made_anew_is_found()
    {
        var clients = await Clients();
        await Everyone(clients, "alice", "files:write", allowed: true);

        (await Acme.Delete(ChangeContext.Service, None)).Require();
        await Everyone(clients, "alice", "files:write", allowed: false);

        (await Acme.Create(ChangeContext.Service, new CreateOrganization("Acme", ContractModels.Workshop, "enterprise", "olga"), None)).Require();
        await Everyone(clients, "alice", "files:write", allowed: false);
        await Everyone(clients, "olga", "files:write", allowed: true);
    }

    [Fact]
    public async Task A_change_is_recalled_also_when_another_activation_of_the_user_has_told_the_clients()
    {
        var clients = await Clients();
        for (var round = 0; round < 5; round++)
        {
            await Everyone(clients, "alice", "files:write", allowed: true);
            await Deactivate();
            await Put("alice", "guest");
            await Everyone(clients, "alice", "files:write", allowed: false);
            await Deactivate();
            await Put("alice", "writer");
        }
    }

    [Fact]
    public async Task A_change_of_policy_is_recalled_also_when_another_activation_has_told_the_clients()
    {
        var clients = await Clients();
        await Everyone(clients, "alice", "files:write", allowed: true);
        await Deactivate();

        var changed = (await Acme.Update(ChangeContext.Service, new UpdateOrganization("Other"), None)).Require();

        foreach (var client in clients)
            Assert.Equal(changed.PolicyVersion, (await client.Check("alice", "acme", "files:write")).Require().PolicyVersion);
    }

    [Fact]
    public async Task A_client_that_says_nothing_delays_a_change_by_its_lease_and_no_check_is_stale()
    {
        var deaf = new Deaf(new GrainLeaseSource(Cluster.Silos.Client, ContractModels.Catalog));
        var client = await Client(deaf);
        Assert.True(await client.Allows("alice", "acme", "files:write"));
        deaf.IsDeaf = true;

        await Put("alice", "guest");

        Assert.False(await client.Allows("alice", "acme", "files:write"));
    }

    [Fact]
    public async Task Whoever_has_a_session_on_a_silo_that_stops_goes_on_with_another()
    {
        var clients = await Clients();
        await Everyone(clients, "alice", "files:write", allowed: true);

        await Cluster.Silos.StopSiloAsync(Cluster.Silos.Silos[2]);
        await Put("alice", "guest");

        await Everyone(clients, "alice", "files:write", allowed: false);
        await Eventually(async () =>
        {
            foreach (var client in clients) Assert.True(await client.Allows("bob", "acme", "files:write"));
        });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Whatever_silo_is_killed_nothing_is_answered_from_before_an_acknowledged_change(int silo)
    {
        var clients = await Clients();
        string[] users = [.. Enumerable.Range(0, 20).Select(index => $"user{index}")];
        foreach (var user in users) await Put(user, "writer");
        foreach (var user in users) await Everyone(clients, user, "files:write", allowed: true);
        await Cluster.Silos.KillSiloAsync(Cluster.Silos.Silos[silo]);

        // Some lived on the silo that is lost, and some clients had their sessions there.
        await Task.WhenAll(users.Select(async user =>
        {
            await Eventually(async () =>
            {
                var context = ChangeContext.Service with { OperationId = $"{user}-op" };
                Assert.True((await Acme.PutMember(context, user, new MemberAssignment { Role = "guest" }, None)).Succeeded);
            });
            await Everyone(clients, user, "files:write", allowed: false);
        }));
        await Eventually(async () =>
        {
            foreach (var client in clients) Assert.True(await client.Allows("bob", "acme", "files:write"));
        });
    }

    [Fact]
    public async Task Many_changes_and_checks_at_once_leave_nothing_stale()
    {
        var clients = await Clients();
        string[] users = [.. Enumerable.Range(0, 10).Select(index => $"many{index}")];
        await Task.WhenAll(users.Select(async user =>
        {
            for (var round = 0; round < 15; round++)
            {
                var role = round % 2 == 0 ? "writer" : "guest";
                await Put(user, role);
                await Everyone(clients, user, "files:write", allowed: role == "writer");
            }
        }));
    }

    [Fact]
    public async Task A_session_is_found_from_every_silo_and_by_nobody_else()
    {
        var opened = (await Cluster.On<ILeaseSessions>(0).Open(Caller.Service, new Nobody(), None)).Require();
        for (var silo = 0; silo < 3; silo++)
        {
            var sessions = Cluster.On<ILeaseSessions>(silo);
            Assert.True((await sessions.Find(Caller.Service, opened.Id).Renew(new LeaseRenewal(0), None)).Succeeded);
            Assert.Equal(ErrorCodes.LeaseEnded, (await sessions.Find(new Caller("alice"), opened.Id).Renew(new LeaseRenewal(0), None)).Error?.Code);
            foreach (var id in new[] { "", "x", opened.Id[..^1], $"00000000{opened.Id[8..]}", new string('f', 1000) })
                Assert.Equal(ErrorCodes.LeaseEnded, (await sessions.Find(Caller.Service, id).Renew(new LeaseRenewal(0), None)).Error?.Code);
        }
        await Cluster.On<ILeaseSessions>(1).Find(Caller.Service, opened.Id).End();
        Assert.Equal(ErrorCodes.LeaseEnded, (await opened.Renew(new LeaseRenewal(0), None)).Error?.Code);
    }

    [Fact]
    public async Task A_clients_lease_never_outlasts_its_silos()
    {
        var opened = (await Cluster.On<ILeaseSessions>(0).Open(Caller.Service, new Nobody(), None)).Require();

        Assert.InRange(opened.Lease, TimeSpan.FromTicks(1), Cluster.Lease);
        Assert.InRange((await opened.Renew(new LeaseRenewal(0), None)).Require(), TimeSpan.FromTicks(1), Cluster.Lease);
    }

    private async Task<LeasedGrid[]> Clients() =>
        [await Client(), await Client(), await Client(Silo(0)), await Client(Silo(1)), await Client(Silo(2))];

    // As an application has it whose own silo has the grains.
    private LocalLeaseSource Silo(int silo) => new(Cluster.On<ILeaseSessions>(silo), ContractModels.Catalog);

    private async Task<LeasedGrid> Client(ILeaseSource? source = null)
    {
        var client = new LeasedGrid(Cluster.Grid, source ?? new GrainLeaseSource(Cluster.Silos.Client, ContractModels.Catalog));
        _clients.Add(client);
        await client.Connect(None);
        return client;
    }

    private async Task Put(string user, string role) =>
        (await Acme.PutMember(ChangeContext.Service, user, new MemberAssignment { Role = role }, None)).Require();

    private static async Task Everyone(LeasedGrid[] clients, string user, string action, bool allowed)
    {
        // Never more than is held; and where nothing is held, what is there now, or nothing while it cannot be had.
        foreach (var client in clients)
        {
            var decided = await client.Check(user, "acme", action);
            if (!allowed) Assert.False(decided is { Succeeded: true, Value.Allowed: true }, user);
            else Assert.True(decided is { Succeeded: true, Value.Allowed: true }, $"{user}: {decided.Error?.Message}");
        }
    }

    private async Task Deactivate() =>
        await Cluster.Silos.Client.GetGrain<IManagementGrain>(0).ForceActivationCollection(TimeSpan.Zero);

    private static async Task Eventually(Func<Task> attempt)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        while (true)
        {
            try
            {
                await attempt();
                return;
            }
            catch (Xunit.Sdk.XunitException) when (!patience.IsCancellationRequested)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), None);
            }
        }
    }

    private sealed class Nobody : ILeaseHolder
    {
        public bool Drop(LeaseDrop drop) => false;
    }

    // Hears nothing of what it should drop, and asks for no renewal, from some moment on.
    private sealed class Deaf(ILeaseSource inner) : ILeaseSource
    {
        public volatile bool IsDeaf;

        public async ValueTask<Result<ILeaseConnection>> Connect(ILeaseHolder holder, CancellationToken cancellationToken)
        {
            if (IsDeaf) throw new TimeoutException();
            var connected = await inner.Connect(new Ear(this, holder), cancellationToken);
            return connected.Succeeded ? new Line(this, connected.Value) : connected;
        }

        public ValueTask<AuthorizationModel?> FindModel(string name, int version, CancellationToken cancellationToken) =>
            inner.FindModel(name, version, cancellationToken);

        private sealed class Ear(Deaf deaf, ILeaseHolder holder) : ILeaseHolder
        {
            public bool Drop(LeaseDrop drop) => !deaf.IsDeaf && holder.Drop(drop);
        }

        private sealed class Line(Deaf deaf, ILeaseConnection connection) : ILeaseConnection, ILeaseSession
        {
            public ILeaseSession Session => this;

            public Task Closed => connection.Closed;

            public string Id => connection.Session.Id;

            public TimeSpan Lease => connection.Session.Lease;

            public ValueTask<Result<LeaseAnswer>> Acquire(LeaseRequest request, CancellationToken cancellationToken) =>
                deaf.IsDeaf ? throw new TimeoutException() : connection.Session.Acquire(request, cancellationToken);

            public ValueTask<Result<TimeSpan>> Renew(LeaseRenewal renewal, CancellationToken cancellationToken) =>
                deaf.IsDeaf ? throw new TimeoutException() : connection.Session.Renew(renewal, cancellationToken);

            public ValueTask End() => deaf.IsDeaf ? default : connection.Session.End();

            public ValueTask Abandon() => deaf.IsDeaf ? default : connection.Session.Abandon();

            public ValueTask DisposeAsync() => deaf.IsDeaf ? default : connection.DisposeAsync();
        }
    }
}
