using Npgsql;

namespace RbacGrains.LoadTests;

/// <summary>
/// Rows of PostgreSQL that are written again and again, each write a commit of its own, by prepared statements and with nothing around it: as fast as
/// a durable change can be.
/// </summary>
internal sealed class RowCommits : IAsyncDisposable
{
    private const string Table =
        "CREATE TABLE IF NOT EXISTS row_commit (id int PRIMARY KEY, version bigint NOT NULL, payload text NOT NULL) WITH (fillfactor = 50)";

    private const string Fill =
        "INSERT INTO row_commit SELECT number, 0, '' FROM generate_series(0, @last) AS number ON CONFLICT DO NOTHING";

    private readonly NpgsqlDataSource _database;
    private readonly string _payload;

    private RowCommits(NpgsqlDataSource database, int bytes) => (_database, _payload) = (database, new string('x', bytes));

    /// <summary>Makes the rows.</summary>
    /// <param name="connectionString">The database.</param>
    /// <param name="connections">The most connections at once.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="bytes">How large each of them is.</param>
    public static async Task<RowCommits> Make(string connectionString, int connections, int rows, int bytes)
    {
        var database = NpgsqlDataSource.Create(
            $"{connectionString};Maximum Pool Size={connections};Max Auto Prepare=4;Auto Prepare Min Usages=1");
        await using (var make = database.CreateCommand(Table)) await make.ExecuteNonQueryAsync();
        await using var fill = database.CreateCommand(Fill);
        fill.Parameters.AddWithValue("last", rows - 1);
        await fill.ExecuteNonQueryAsync();
        return new RowCommits(database, bytes);
    }

    /// <summary>Writes one of them.</summary>
    public async Task Write(int row)
    {
        await using var write = _database.CreateCommand("UPDATE row_commit SET version = version + 1, payload = $2 WHERE id = $1");
        write.Parameters.Add(new NpgsqlParameter<int> { TypedValue = row });
        write.Parameters.Add(new NpgsqlParameter<string> { TypedValue = _payload });
        if (await write.ExecuteNonQueryAsync() != 1) throw new InvalidOperationException($"There is no row {row}.");
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _database.DisposeAsync();
}
