using System.Buffers.Binary;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace RbacGrains.Benchmarks;

/// <summary>Rows of a table of their own, updated by prepared statements on one connection, as durably as the product's: the least that a write can cost.</summary>
internal sealed class BareRows : IAsyncDisposable
{
    private readonly DbConnection _connection;
    private readonly DbCommand _update;
    private readonly byte[] _payload = new byte[RowSize];
    private long _writes;

    private BareRows(DbConnection connection)
    {
        _connection = connection;
        _update = Command("UPDATE bare SET payload = @payload WHERE id = @id");
        Add("@payload", _payload);
        Add("@id", 0);
    }

    /// <summary>How many bytes a row holds.</summary>
    public const int RowSize = 320;

    /// <summary>Makes the table.</summary>
    public static async Task<BareRows> Open(bool postgres, string connectionString, int rows)
    {
        DbConnection connection = postgres ? new NpgsqlConnection(connectionString) : new SqliteConnection(connectionString);
        await connection.OpenAsync();
        var bare = new BareRows(connection);
        if (!postgres) await bare.Run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
        await bare.Run($"CREATE TABLE bare (id integer PRIMARY KEY, payload {(postgres ? "bytea" : "blob")} NOT NULL)");
        for (var row = 0; row < rows; row++) await bare.Run($"INSERT INTO bare (id, payload) VALUES ({row}, '')");
        await bare._update.PrepareAsync();
        return bare;
    }

    /// <summary>Writes rows in one transaction.</summary>
    public async Task Write(int rows)
    {
        await using var transaction = await _connection.BeginTransactionAsync();
        _update.Transaction = transaction;
        // Each time something else: SQLite does not write, nor wait for the disk, where nothing has changed.
        BinaryPrimitives.WriteInt64LittleEndian(_payload, ++_writes);
        for (var row = 0; row < rows; row++)
        {
            _update.Parameters["@id"].Value = row;
            if (await _update.ExecuteNonQueryAsync() != 1) throw new InvalidOperationException("The row is not there.");
        }

        await transaction.CommitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _update.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private async Task Run(string text)
    {
        await using var command = Command(text);
        await command.ExecuteNonQueryAsync();
    }

    // The texts are this class's own.
#pragma warning disable CA2100
    private DbCommand Command(string text)
    {
        var command = _connection.CreateCommand();
        command.CommandText = text;
        return command;
    }
#pragma warning restore CA2100

    private void Add(string name, object value)
    {
        var parameter = _update.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        _update.Parameters.Add(parameter);
    }
}
