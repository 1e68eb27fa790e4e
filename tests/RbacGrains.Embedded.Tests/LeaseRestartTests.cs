using Microsoft.Extensions.Logging.Abstractions;
using RbacGrains.Storage;

namespace RbacGrains.Embedded.Tests;

/// <summary>Leases of clients in other processes outlive the process that has granted them.</summary>
public sealed class LeaseRestartTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rbac-leases-").FullName;
    private readonly SteppedTime _time = new();
    private Database? _database;
    private EmbeddedGrid? _grid;

    public Task InitializeAsync() => Open();

    public async Task DisposeAsync()
    {
        await _grid!.DisposeAsync();
        await _database!.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task After_a_crash_no_change_is_acknowledged_while_a_client_may_still_answer_from_before()
    {
        await Create("acme");
        await Hold(new Holder());
        await Crash();

        var change = Create("globex");
        _time.Advance(TimeSpan.FromSeconds(4.9));
        Assert.NotEqual(change, await Task.WhenAny(change, Task.Delay(TimeSpan.FromMilliseconds(50))));
        _time.Advance(TimeSpan.FromSeconds(0.2));

        await AdvanceUntil(change);
        Assert.True((await _grid!.User("owner").Check("globex", "agents:read")).Require().Allowed);
    }

    [Fact]
    public async Task After_a_crash_nobody_waits_when_no_client_had_a_lease_elsewhere()
    {
        await Create("acme");
        await Hold(new Holder { IsInProcess = true });
        await Crash();

        await Create("globex");
    }

    [Fact]
    public async Task After_a_stop_nobody_waits_when_every_lease_had_run_out()
    {
        await Create("acme");
        await Hold(new Holder());
        _time.Advance(TimeSpan.FromSeconds(5.1));
        await _grid!.DisposeAsync();
        await Crash();

        await Create("globex");
    }

    private async Task Create(string organization) => (await _grid!.Organization(organization).Create(
        ChangeContext.Service, new CreateOrganization(organization, "letta", "free", "owner"), CancellationToken.None)).Require();

    private async Task Hold(Holder holder) => (await _grid!.Leases.Open(Caller.Service, holder, CancellationToken.None)).Require();

    private async Task Crash()
    {
        await _database!.DisposeAsync();
        await Open();
    }

    // A change writes more than one record, and each write asks for the time anew.
    private async Task AdvanceUntil(Task change)
    {
        while (!change.IsCompleted)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
        await change;
    }

    private async Task Open()
    {
        var options = new StorageOptions
        {
            Provider = StorageProvider.Sqlite,
            ConnectionString = $"Data Source={Path.Combine(_folder, "rbac.db")}",
        };
        _database = await Database.Open(options, TimeProvider.System, NullLogger<Database>.Instance);
        _grid = await EmbeddedGrid.Open(_database, _database, ShippedModels.Load(), _time, CancellationToken.None);
    }

    private sealed class Holder : ILeaseHolder
    {
        public bool IsInProcess { get; init; }

        public bool Drop(LeaseDrop drop) => true;
    }
}
