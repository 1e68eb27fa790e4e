using System.Collections.Immutable;
using System.Data;
using System.Data.Common;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using RbacGrains.Core;

namespace RbacGrains.Storage.Tests;

/// <summary>Executes the texts in OrleansQuery as Orleans' providers do: a new command with all their parameters.</summary>
public sealed class GridQueries(ITestDatabases databases, StorageOptions options)
{
    private ImmutableDictionary<string, string> _texts = ImmutableDictionary<string, string>.Empty;

    public GridStorageOptions Options { get; } = new() { Provider = options.Provider, ConnectionString = options.ConnectionString };

    public static async Task<GridQueries> Create(ITestDatabases databases)
    {
        var queries = new GridQueries(databases, await databases.Create());
        await GridSchema.Migrate(queries.Options, TimeProvider.System, NullLogger.Instance);
        queries._texts = (await queries.Rows("SELECT QueryKey, QueryText FROM OrleansQuery"))
            .ToImmutableDictionary(row => (string)row["QueryKey"]!, row => (string)row["QueryText"]!);
        return queries;
    }

    public Task<GridDatabase> Open() => GridDatabase.Open(Options, TimeProvider.System, NullLogger<GridDatabase>.Instance);

    public Task<DbConnection> Connect() => databases.Connect(options);

    public Task<int?> Write(
        string id, int? expected, string state = "{}", bool unfinished = false, Fence? fence = null, Fence? claim = null, params AuditEntry[] audit) =>
        WriteRaw("/" + id, expected, GridEnvelope.Serialize(Encoding.UTF8.GetBytes(state), unfinished, [.. audit], fence, claim));

    public async Task<int?> WriteRaw(string? key, int? expected, byte[] payload)
    {
        var rows = await Run("WriteToStorageKey", [.. Grain(key), ("GrainStateVersion", DbType.Int32, expected), ("PayloadBinary", DbType.Binary, payload)]);
        return Version(rows);
    }

    public async Task<int?> End(string queryKey, string id, int? expected) =>
        Version(await Run(queryKey, [.. Grain("/" + id), ("GrainStateVersion", DbType.Int32, expected)]));

    public async Task<(string? State, int Version)?> Read(string id)
    {
        var rows = await Run("ReadFromStorageKey", Grain("/" + id));
        if (rows is not [var row]) return null;
        return (row["PayloadBinary"] is byte[] state ? Encoding.UTF8.GetString(state) : null, Convert.ToInt32(row["Version"]));
    }

    public Task<List<Dictionary<string, object?>>> Run(string queryKey, params (string Name, DbType Type, object? Value)[] parameters) =>
        Rows(_texts[queryKey], parameters);

    public async Task<List<Dictionary<string, object?>>> Rows(string text, params (string Name, DbType Type, object? Value)[] parameters)
    {
        await using var connection = await Connect();
        await using var command = connection.CreateCommand();
        foreach (var (name, type, value) in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value ?? DBNull.Value;
            parameter.DbType = type;
            command.Parameters.Add(parameter);
        }

        command.CommandText = text;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<Dictionary<string, object?>>();
        do
        {
            while (await reader.ReadAsync())
            {
                var row = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
                for (var i = 0; i < reader.FieldCount; i++) row[reader.GetName(i)] = reader.IsDBNull(i) ? null : reader.GetValue(i);
                rows.Add(row);
            }
        }
        while (await reader.NextResultAsync());
        return rows;
    }

    private static int? Version(List<Dictionary<string, object?>> rows) =>
        rows.SingleOrDefault()?["NewGrainStateVersion"] is { } version ? Convert.ToInt32(version) : null;

    private static (string, DbType, object?)[] Grain(string? key) =>
    [
        ("GrainIdHash", DbType.Int32, 17), ("GrainIdN0", DbType.Int64, 0L), ("GrainIdN1", DbType.Int64, 0L), ("GrainTypeHash", DbType.Int32, 4),
        ("GrainTypeString", DbType.String, "user"), ("GrainIdExtensionString", DbType.String, key), ("ServiceId", DbType.String, "rbac"),
    ];
}
