using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using RbacGrains.Core;

namespace RbacGrains.Storage.Tests;

/// <summary>A suite that every kind of database must pass, each test on a database of its own.</summary>
public abstract class StorageSuite(ITestDatabases databases) : IAsyncLifetime
{
    protected ITestDatabases Databases { get; } = databases;

    protected StorageOptions Options { get; private set; } = null!;

    protected Database Database { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Options = await Databases.Create();
        Database = await Open(Options);
    }

    public async Task DisposeAsync() => await Database.DisposeAsync();

    protected static Task<Database> Open(StorageOptions options) =>
        Database.Open(options, TimeProvider.System, NullLogger<Database>.Instance);

    protected async Task Reopen(StorageOptions? options = null)
    {
        await Database.DisposeAsync();
        Database = await Open(options ?? Options);
    }

    protected Task<long> Write(StateWrite write) => Database.Write(write, default).AsTask();

    protected Task<StoredState?> Read(string id) => Database.Read(new StateKey("user", id), default).AsTask();

    protected static StateWrite State(string id, long expected = 0, string payload = "{}", params AuditEntry[] audit) =>
        new(new StateKey("user", id), expected, Encoding.UTF8.GetBytes(payload), Unfinished: false, [.. audit]);

    protected static AuditEntry Entry(string id, string organization = "acme") => new()
    {
        Id = id,
        Organization = organization,
        At = DateTimeOffset.UnixEpoch,
        Kind = AuditKinds.MemberChanged,
        Target = "ann",
    };
}
