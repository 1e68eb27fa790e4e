namespace RbacGrains.Core.Tests;

public sealed class LeaseRaceTests : LeaseTest
{
    [Fact]
    public async Task A_change_while_a_record_is_being_read_reaches_who_reads_it()
    {
        var holder = new NotingHolder();
        var session = await Opened(holder);
        var gate = new TaskCompletionSource();
        Records.Gate = gate.Task;
        Records.Join("alice", "admin");
        var acquired = Acquire(session, "alice");

        Records.Join("alice", "analyst", version: 2);
        var recall = RecalledUser("alice");

        Assert.Equal("alice", Assert.Single(holder.Drops).Id);
        Assert.False(recall.IsCompleted);
        gate.SetResult();
        Assert.Equal("admin", Assert.Single((await acquired).Require().Accesses).Access!.Role);
        Assert.False(recall.IsCompleted);
        (await Renewed(session, 1)).Require();
        await recall;
    }

    [Fact]
    public async Task What_is_asked_for_after_a_drop_is_held_again()
    {
        var holder = new NotingHolder(dropsAtOnce: true);
        var session = await Opened(holder);
        await Acquire(session, "alice");
        await Registry.RecallUser("alice");
        await Acquire(session, "alice");

        await Registry.RecallUser("alice");

        Assert.Equal([1L, 2L], holder.Drops.Select(drop => drop.Number));
    }

    [Fact]
    public async Task A_release_does_not_reach_what_was_asked_for_again_since()
    {
        var holder = new NotingHolder(dropsAtOnce: true);
        var session = await Opened(holder);
        await Acquire(session, "alice");
        var released = new LeaseRelease(Sequence, Ids("alice"), []);
        await Acquire(session, "alice");

        (await session.Renew(new LeaseRenewal(0, released), default)).Require();
        await Registry.RecallUser("alice");

        Assert.Single(holder.Drops);
    }

    [Fact]
    public async Task What_is_released_is_not_recalled()
    {
        var holder = new NotingHolder();
        var session = await Opened(holder);
        await Acquire(session, "alice", "acme");

        (await session.Renew(new LeaseRenewal(0, new LeaseRelease(Sequence, Ids("alice"), Ids("acme"))), default)).Require();

        Assert.True(RecalledUser("alice").IsCompleted);
        Assert.True(RecalledOrganization("acme").IsCompleted);
        Assert.Equal(0, Registry.Held);
    }

    [Fact]
    public async Task A_session_that_ends_while_it_reads_holds_nothing()
    {
        var session = await Opened(new NotingHolder());
        var gate = new TaskCompletionSource();
        Records.Gate = gate.Task;
        var acquired = Acquire(session, "alice", "acme");

        Advance(5.1);
        gate.SetResult();

        Assert.Equal(ErrorCodes.LeaseEnded, (await acquired).Error!.Code);
        Assert.Equal((0, 0), (Registry.Sessions, Registry.Held));
    }

    [Fact]
    public async Task Changes_and_readings_at_once_leave_nobody_with_what_was_before()
    {
        var versions = new Versions();
        using var registry = new LeaseRegistry(versions, new LeaseOptions(), TimeProvider.System);
        var client = new CachingClient();
        var session = (await registry.Open(Caller.Service, client, default)).Require();
        using var stop = new CancellationTokenSource();
        var reading = Enumerable.Range(0, 2).Select(reader => Task.Run(async () =>
        {
            for (long sequence = 1; !stop.IsCancellationRequested; sequence++)
            {
                var begun = client.Begin();
                var answer = await session.Acquire(new LeaseRequest(sequence, [new AccessKey("alice", "acme")], []), default);
                client.Put(begun, answer.Require().Accesses[0].Access!.Version);
            }
        })).ToArray();

        for (var version = 1; version <= 20_000; version++)
        {
            versions.Version = version;
            await registry.RecallUser("alice");
            Assert.True(client.Held is null || client.Held >= version, $"{client.Held} is held when {version} is acknowledged.");
        }
        await stop.CancelAsync();
        await Task.WhenAll(reading);
    }

    private sealed class Versions : ILeaseRecords
    {
        private long _version;

        public TimeSpan Longest => TimeSpan.MaxValue;

        public long Version
        {
            set => Volatile.Write(ref _version, value);
        }

        public ValueTask Announce(TimeSpan lease, CancellationToken cancellationToken) => default;

        public ValueTask<IReadOnlyList<Membership?>> ReadMemberships(
            string user, IReadOnlyList<string> organizations, CancellationToken cancellationToken) => new([new Membership
            {
                Organization = "acme",
                Incarnation = 7,
                Access = new Access { Role = "admin", Version = Volatile.Read(ref _version) },
                JoinedAt = DateTimeOffset.UnixEpoch,
            }]);

        public ValueTask<Result<OrganizationPolicy>> ReadPolicy(string organization, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public ValueTask<Error?> JudgeReader(Caller caller, string organization, CancellationToken cancellationToken) => default;
    }

    // As a client has to: what was dropped while it was on its way is not kept.
    private sealed class CachingClient : ILeaseHolder
    {
        private readonly Lock _guard = new();
        private int _drops;
        private long? _held;

        public long? Held
        {
            get
            {
                lock (_guard) return _held;
            }
        }

        public int Begin()
        {
            lock (_guard) return _drops;
        }

        public void Put(int begun, long version)
        {
            lock (_guard)
                if (_drops == begun) _held = version;
        }

        public bool Drop(LeaseDrop drop)
        {
            lock (_guard) (_drops, _held) = (_drops + 1, null);
            return true;
        }
    }
}
