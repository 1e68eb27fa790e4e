using RbacGrains.Embedded.Tests.Crashes;

namespace RbacGrains.Embedded.Tests.Rest;

/// <summary>When users rest, when they wake, and that nobody is told anything older for it.</summary>
public sealed class RestTests
{
    private const string Action = "files:write";

    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task Who_is_only_checked_rests_at_once()
    {
        var world = await Organization();
        await Give(world, "anna", "writer");
        Rest(world.Grid);
        Assert.False(world.Grid.UserActor("anna").IsAwake);

        await world.Restart();
        var first = await Check(world.Grid, "anna");

        Assert.False(world.Grid.UserActor("anna").IsAwake);
        Assert.Equal(first, await Check(world.Grid, "anna"));
    }

    [Fact]
    public async Task Who_was_wanted_stays_awake_until_the_second_sweep()
    {
        var world = await Organization();
        await Give(world, "anna", "writer");
        var anna = world.Grid.UserActor("anna");

        world.Grid.Sweep();
        Assert.True(anna.IsAwake);
        world.Grid.Sweep();
        Assert.False(anna.IsAwake);

        Assert.Equal("acme", Assert.Single(await anna.ListOrganizations(None)));
        Assert.True(anna.IsAwake);
        Rest(world.Grid);
        Assert.False(anna.IsAwake);
    }

    [Fact]
    public async Task A_service_account_never_rests()
    {
        var world = await World.Create();
        await Workflows.All["make an API key"].Prepare(world);
        await Workflows.All["make an API key"].Act(world);
        var account = world.Grid.UserActor(ApiKeyText.Parse(world.Key!.Secret)!.ServiceAccount);

        Rest(world.Grid);

        Assert.True(account.IsAwake);
    }

    [Fact]
    public async Task Those_who_hold_the_same_each_keep_their_own_version()
    {
        var world = await Organization();
        await Give(world, "anna", "writer");
        await Give(world, "ben", "guest");
        await Give(world, "ben", "writer");
        var awake = (await Check(world.Grid, "anna"), await Check(world.Grid, "ben"));
        Assert.NotEqual(awake.Item1.AccessVersion, awake.Item2.AccessVersion);

        Rest(world.Grid);

        Assert.Equal(awake, (await Check(world.Grid, "anna"), await Check(world.Grid, "ben")));
    }

    [Fact]
    public async Task A_write_that_may_have_happened_is_read_anew_whoever_rests_meanwhile()
    {
        var world = await Organization();
        await Give(world, "anna", "writer");
        Rest(world.Grid);
        foreach (var fault in new[] { Fault.HiccupBefore, Fault.HiccupAfter })
        {
            var before = await Check(world.Grid, "anna");
            world.Store.FailAt(1, fault);
            await Assert.ThrowsAsync<InjectedFaultException>(() => Give(world, "anna", before.Allowed ? "guest" : "writer"));
            Rest(world.Grid);

            var found = await Check(world.Grid, "anna");

            Assert.Equal(fault == Fault.HiccupAfter, found != before);
        }
    }

    [Fact]
    public async Task No_check_answers_from_before_a_change_that_was_acknowledged()
    {
        const int Changes = 400;
        var memory = new MemoryStore();
        var grid = await EmbeddedGrid.Open(new YieldingStore(memory), memory, ContractModels.Catalog, TimeProvider.System, None);
        (await grid.Organization("acme").Create(
            ChangeContext.Service, new CreateOrganization("Acme", ContractModels.Workshop, "enterprise", "owner"), None)).Require();
        string[] users = ["anna", "ben", "carla"];
        foreach (var user in users) await Give(grid, user, "writer");
        var acknowledged = users.ToDictionary(user => user, _ => 0L, StringComparer.Ordinal);
        var isOver = false;
        var sweeping = Task.Run(() =>
        {
            while (!Volatile.Read(ref isOver)) Rest(grid);
        });
        var checking = Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            while (!Volatile.Read(ref isOver))
                foreach (var user in users)
                {
                    long least;
                    lock (acknowledged) least = acknowledged[user];
                    var decision = await Check(grid, user);
                    Assert.True(decision.AccessVersion >= least, $"{user} was at {least}, and is answered at {decision.AccessVersion}.");
                    // Odd versions are writers.
                    Assert.Equal(decision.AccessVersion % 2 == 1, decision.Allowed);
                }
        })).ToList();

        await Task.WhenAll(users.Select(user => Task.Run(async () =>
        {
            for (var version = 2; version < Changes; version++)
            {
                await Give(grid, user, version % 2 == 1 ? "writer" : "guest");
                lock (acknowledged) acknowledged[user] = version;
            }
        })));
        Volatile.Write(ref isOver, true);
        await Task.WhenAll([sweeping, .. checking]);

        foreach (var user in users) Assert.Equal(Changes - 1, (await Check(grid, user)).AccessVersion);
    }

    private static async Task<World> Organization()
    {
        var world = await World.Create();
        await Workflows.All["change a member"].Prepare(world);
        return world;
    }

    private static Task Give(World world, string user, string role) => Give(world.Grid, user, role);

    private static async Task Give(EmbeddedGrid grid, string user, string role) =>
        (await grid.Organization("acme").PutMember(ChangeContext.Service, user, new MemberAssignment { Role = role }, None)).Require();

    private static async Task<Decision> Check(EmbeddedGrid grid, string user) =>
        (await grid.User(user).Check(Caller.Service, "acme", Action, null, None)).Require();

    private static void Rest(EmbeddedGrid grid)
    {
        grid.Sweep();
        grid.Sweep();
    }

    /// <summary>A store whose every call lets others run before and after.</summary>
    private sealed class YieldingStore(MemoryStore store) : IStateStore
    {
        public async ValueTask<StoredState?> Read(StateKey key, CancellationToken cancellationToken)
        {
            await Task.Yield();
            var state = await store.Read(key, cancellationToken);
            await Task.Yield();
            return state;
        }

        public async ValueTask<long> Write(StateWrite write, CancellationToken cancellationToken)
        {
            await Task.Yield();
            var version = await store.Write(write, cancellationToken);
            await Task.Yield();
            return version;
        }

        public IAsyncEnumerable<StateKey> ReadUnfinished(CancellationToken cancellationToken) => store.ReadUnfinished(cancellationToken);
    }
}
