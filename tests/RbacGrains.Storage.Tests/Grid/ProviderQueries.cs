using System.Collections.Immutable;
using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace RbacGrains.Storage.Tests;

/// <summary>Runs the queries of a schema as the providers of Orleans do: each on a pooled connection, with the names and types that they give.</summary>
internal sealed class ProviderQueries(GridStorageOptions options, ImmutableDictionary<string, string> texts)
{
    /// <summary>The names of the queries that the schema has.</summary>
    public IEnumerable<string> Names => texts.Keys;

    /// <summary>Reads the queries of a database.</summary>
    public static async Task<ProviderQueries> Of(GridStorageOptions options)
    {
        var reading = new ProviderQueries(options, ImmutableDictionary<string, string>.Empty);
        var rows = await reading.Run("SELECT QueryKey, QueryText FROM OrleansQuery", [], row => KeyValuePair.Create((string)row["QueryKey"], (string)row["QueryText"]));
        return new ProviderQueries(options, rows.ToImmutableDictionary());
    }

    /// <summary>Runs a query by its name.</summary>
    public Task<List<T>> Read<T>(string name, ImmutableArray<ProviderParameter> parameters, Func<DbDataReader, T> select) =>
        Run(texts[name], parameters, select);

    /// <summary>Runs a query that answers with one number or truth value.</summary>
    public async Task<bool> Ask(string name, params ImmutableArray<ProviderParameter> parameters) =>
        (await Read(name, parameters, row => row.FieldCount == 1 && Convert.ToBoolean(row.GetValue(0)))).First();

    /// <summary>Runs a query whose answer does not matter.</summary>
    public Task Execute(string name, params ImmutableArray<ProviderParameter> parameters) => Read(name, parameters, _ => 0);

    /// <summary>Opens a connection from the pool.</summary>
    public async Task<DbConnection> Connect()
    {
        DbConnection connection = options.Provider == StorageProvider.Postgres
            ? new NpgsqlConnection(options.ConnectionString)
            : new SqliteConnection(options.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>Runs any text.</summary>
    public async Task<List<T>> Run<T>(string text, ImmutableArray<ProviderParameter> parameters, Func<DbDataReader, T> select)
    {
        await using var connection = await Connect();
        return await Run(connection, text, parameters, select);
    }

    /// <summary>Runs a query by its name on a connection that the caller holds, and perhaps has begun a transaction on.</summary>
    public Task<List<T>> ReadOn<T>(DbConnection connection, string name, ImmutableArray<ProviderParameter> parameters, Func<DbDataReader, T> select) =>
        Run(connection, texts[name], parameters, select);

    private static async Task<List<T>> Run<T>(
        DbConnection connection, string text, ImmutableArray<ProviderParameter> parameters, Func<DbDataReader, T> select)
    {
        await using var command = connection.CreateCommand();
        foreach (var parameter in parameters) parameter.AddTo(command);
        command.CommandText = text;
        await using var rows = await command.ExecuteReaderAsync(CommandBehavior.Default);
        var results = new List<T>();
        do
        {
            while (await rows.ReadAsync()) results.Add(select(rows));
        }
        while (await rows.NextResultAsync());
        return results;
    }
}
