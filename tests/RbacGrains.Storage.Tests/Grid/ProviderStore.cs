using System.Collections.Immutable;
using System.Data.Common;
using static RbacGrains.Storage.Tests.ProviderParameter;

namespace RbacGrains.Storage.Tests;

/// <summary>Stores records as the storage provider of Orleans does. A null version is a conflict.</summary>
internal sealed class ProviderStore(ProviderQueries queries)
{
    /// <summary>The queries that it runs.</summary>
    public ProviderQueries Queries => queries;

    /// <summary>Writes an envelope.</summary>
    public async Task<int?> Write(string key, int? expected, byte[] envelope, string kind = "user") =>
        Version(await queries.Read("WriteToStorageKey", [.. Key(kind, key), Int("GrainStateVersion", expected), Bytes("PayloadBinary", envelope)], NewVersion));

    /// <summary>Writes an envelope on a connection that the caller holds.</summary>
    public async Task<int?> WriteOn(DbConnection connection, string key, int? expected, byte[] envelope) =>
        Version(await queries.ReadOn(
            connection, "WriteToStorageKey", [.. Key("user", key), Int("GrainStateVersion", expected), Bytes("PayloadBinary", envelope)], NewVersion));

    /// <summary>Reads a record; null when there is no row. A cleared one has no payload.</summary>
    public async Task<ProviderRecord?> Read(string key, string kind = "user") =>
        (await queries.Read("ReadFromStorageKey", Key(kind, key), row => new ProviderRecord(
            row["PayloadBinary"] as byte[], row["Version"] is DBNull ? null : Convert.ToInt32(row["Version"])))).SingleOrDefault();

    /// <summary>Clears a record.</summary>
    public Task<int?> Clear(string key, int? expected) => End("ClearStorageKey", key, expected);

    /// <summary>Deletes a record.</summary>
    public Task<int?> Delete(string key, int? expected) => End("DeleteStorageKey", key, expected);

    private async Task<int?> End(string name, string key, int? expected) =>
        Version(await queries.Read<int?>(name, [.. Key("user", key), Int("GrainStateVersion", expected)], row => Convert.ToInt32(row.GetValue(0))));

    private static int? NewVersion(DbDataReader row) => row["NewGrainStateVersion"] is DBNull ? null : Convert.ToInt32(row["NewGrainStateVersion"]);

    // The provider takes more than one row for a bug.
    private static int? Version(List<int?> rows) => rows.SingleOrDefault();

    private static ImmutableArray<ProviderParameter> Key(string kind, string key) =>
    [
        Int("GrainIdHash", -559038737), Long("GrainIdN0", 0), Long("GrainIdN1", 0), Int("GrainTypeHash", 1),
        Text("GrainTypeString", kind), Text("GrainIdExtensionString", key), Text("ServiceId", "rbac"),
    ];
}

/// <summary>What the provider reads.</summary>
internal sealed record ProviderRecord(byte[]? Payload, int? Version);
