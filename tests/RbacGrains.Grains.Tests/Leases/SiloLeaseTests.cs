using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using RbacGrains.Grains.Leases;

namespace RbacGrains.Grains.Tests.Leases;

public sealed class SiloLeaseTests : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan Duration = LostSilosTests.Options().LeaseDuration;

    private readonly SteppedClock _clock = new();
    private readonly FakeMembership _membership = new();
    private readonly Lifecycle _lifecycle = new();
    private readonly Details _self = new();
    private readonly SiloLease _lease;

    public SiloLeaseTests()
    {
        var options = LostSilosTests.Options();
        var lost = new LostSilos(_membership, _membership, options, _clock);
        _lease = new SiloLease(_membership, _self, lost, options, NullLogger<SiloLease>.Instance, _clock);
        _lease.Participate(_lifecycle);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _lifecycle.Stop();

    public void Dispose() => _lease.Dispose();

    [Fact]
    public async Task It_counts_from_before_the_table_was_read_and_runs_out()
    {
        Put(SiloStatus.Joining);
        _membership.OnRead = () => _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.False(_lease.IsValid);

        await _lifecycle.Start();
        await _lease.WaitUntilValid(default);

        Assert.Equal(Duration - TimeSpan.FromSeconds(2), _lease.Remaining);
        (_membership.Failure, _membership.OnRead) = (new IOException("gone"), () => { });
        _clock.Advance(Duration - TimeSpan.FromSeconds(2));
        Assert.False(_lease.IsValid);
        Assert.Equal(TimeSpan.Zero, _lease.Remaining);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(SiloStatus.Dead)]
    public async Task Whoever_is_no_member_never_has_one_and_waits_one_lease_for_it(SiloStatus? status)
    {
        if (status is { } known) Put(known);
        await _lifecycle.Start();

        var waiting = _lease.WaitUntilValid(default).AsTask();
        while (!waiting.IsCompleted)
        {
            _clock.Advance(Duration / 25);
            Assert.False(_lease.IsValid);
            await Task.Delay(1);
        }

        await Assert.ThrowsAsync<GridStorageException>(() => waiting);
        Assert.True(_membership.Reads > 1);
    }

    [Fact]
    public async Task It_ends_with_the_silo()
    {
        Put(SiloStatus.Active);
        await _lifecycle.Start();
        await _lease.WaitUntilValid(default);

        await _lifecycle.Stop();

        Assert.False(_lease.IsValid);
    }

    private void Put(SiloStatus status) => _membership.Put(_self.SiloAddress, status, _clock.GetUtcNow());

    private sealed class Lifecycle : ISiloLifecycle
    {
        private readonly List<ILifecycleObserver> _observers = [];
        private bool _stopped;

        public int HighestCompletedStage => 0;

        public int LowestStoppedStage => 0;

        public IDisposable Subscribe(string observerName, int stage, ILifecycleObserver observer)
        {
            _observers.Add(observer);
            return new MemoryStream();
        }

        public async Task Start()
        {
            foreach (var observer in _observers) await observer.OnStart(default);
        }

        public async Task Stop()
        {
            if (_stopped) return;
            _stopped = true;
            foreach (var observer in _observers) await observer.OnStop(default);
        }
    }

    private sealed class Details : ILocalSiloDetails
    {
        public string Name => "silo";

        public string ClusterId => "cluster";

        public string DnsHostName => "localhost";

        public SiloAddress SiloAddress { get; } = SiloAddress.New(new IPEndPoint(IPAddress.Loopback, 1), 1);

        public SiloAddress GatewayAddress => SiloAddress;
    }
}
