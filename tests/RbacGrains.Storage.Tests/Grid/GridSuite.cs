using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using RbacGrains.Core;

namespace RbacGrains.Storage.Tests;

/// <summary>A suite that every kind of database of a cluster must pass, each test on a database of its own.</summary>
public abstract class GridSuite(ITestDatabases databases) : IAsyncLifetime
{
    private protected GridStorageOptions Options { get; private set; } = null!;

    private protected GridDatabase Grid { get; private set; } = null!;

    private protected ProviderStore Store { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Options = await NewDatabase();
        Grid = await Open(Options with { MigrateOnStart = true });
        Store = new ProviderStore(await ProviderQueries.Of(Options));
    }

    public async Task DisposeAsync() => await Grid.DisposeAsync();

    private protected async Task<GridStorageOptions> NewDatabase()
    {
        var options = await databases.Create();
        return new() { Provider = options.Provider, ConnectionString = options.ConnectionString };
    }

    private protected static Task<GridDatabase> Open(GridStorageOptions options) =>
        GridDatabase.Open(options, TimeProvider.System, NullLogger<GridDatabase>.Instance, default);

    private protected Task<int?> Write(string key, int? expected, string state = "{}", params AuditEntry[] audit) =>
        Store.Write(key, expected, Envelope(state, audit));

    private protected Task<int?> WriteFenced(string key, int? expected, Fence fence, params AuditEntry[] audit) =>
        Store.Write(key, expected, GridEnvelope.Serialize("{}"u8, false, [.. audit], fence, null));

    private protected Task<int?> Claim(string organization, int? expected, long term, params AuditEntry[] audit) =>
        Store.Write($"/{organization}", expected, GridEnvelope.Serialize("{}"u8, false, [.. audit], null, new Fence(organization, term)), "organization");

    private protected static byte[] Envelope(string state, params AuditEntry[] audit) =>
        GridEnvelope.Serialize(Encoding.UTF8.GetBytes(state), false, [.. audit], null, null);

    private protected async Task<string?> State(string key) =>
        await Store.Read(key) is { Payload: { } payload } ? Encoding.UTF8.GetString(payload) : null;

    private protected async Task<IEnumerable<string>> AuditIds(string organization = "acme") =>
        (await Grid.Read(organization, new AuditQuery(), new PageRequest(PageRequest.MaxSize), default)).Items.Select(entry => entry.Id).Reverse();

    private protected static AuditEntry Entry(string id, string organization = "acme") => new()
    {
        Id = id,
        Organization = organization,
        At = DateTimeOffset.UnixEpoch,
        Kind = AuditKinds.MemberChanged,
        Target = "ann",
    };
}
