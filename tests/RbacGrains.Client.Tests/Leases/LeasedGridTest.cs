using Microsoft.Extensions.Logging.Abstractions;
using RbacGrains.Embedded;
using RbacGrains.Storage;
using RbacGrains.Testing;

namespace RbacGrains.Client.Tests;

/// <summary>A grid in this process and a client that holds what it checks, on a line that can be cut. Time stands still until it is moved.</summary>
public abstract class LeasedGridTest : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rbac-leased-").FullName;
    private Database? _database;
    private EmbeddedGrid? _grid;

    internal SteppedTime Time { get; } = new();

    internal EmbeddedGrid Server => _grid!;

    internal Line Line { get; private set; } = null!;

    internal static ChangeContext Service => ChangeContext.Service;

    public async Task InitializeAsync()
    {
        var storage = new StorageOptions
        {
            Provider = StorageProvider.Sqlite,
            ConnectionString = $"Data Source={Path.Combine(_folder, "rbac.db")}",
        };
        _database = await Database.Open(storage, TimeProvider.System, NullLogger<Database>.Instance);
        _grid = await EmbeddedGrid.Open(_database, _database, ShippedModels.Load(), Time, CancellationToken.None);
        Line = new Line(_grid);
        await Create("acme");
    }

    public async Task DisposeAsync()
    {
        await _grid!.DisposeAsync();
        await _database!.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    internal LeasedGrid Client(Action<LeasedGridOptions>? configure = null)
    {
        var options = new LeasedGridOptions();
        configure?.Invoke(options);
        return new LeasedGrid(Line, Line, options, Time);
    }

    internal async Task Create(string organization, string model = "letta", string plan = "free") =>
        (await Server.Organization(organization).Create(Service, new CreateOrganization(organization, model, plan, "owner"), default)).Require();

    internal async Task Put(string user, string role, string organization = "acme") =>
        (await Server.Organization(organization).PutMember(Service, user, new MemberAssignment { Role = role }, default)).Require();

    internal async Task Remove(string user) => (await Server.Organization("acme").RemoveMember(Service, user, default)).Require();

    /// <summary>Lets others do what they have to, and time pass, until something is so.</summary>
    internal async Task Until(Func<bool> holds, TimeSpan step = default)
    {
        for (var round = 0; !holds(); round++)
        {
            Assert.True(round < 5_000, "It does not come to pass.");
            if (step > TimeSpan.Zero) Time.Advance(step);
            await Task.Delay(1);
        }
    }

    /// <summary>Completes a change that waits for leases to run out.</summary>
    internal async Task Completed(Task change)
    {
        await Until(() => change.IsCompleted, TimeSpan.FromMilliseconds(200));
        await change;
    }
}
