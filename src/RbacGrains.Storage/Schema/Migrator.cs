using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using Microsoft.Extensions.Logging;

namespace RbacGrains.Storage;

/// <summary>Brings a schema up to date: each migration once, in order, only forward, all in one transaction.</summary>
internal sealed class Migrator(SchemaDialect dialect, ImmutableArray<Migration> known, TimeProvider time, ILogger logger)
{
    private const string CreateTable = """
        CREATE TABLE schema_migrations (
            number integer PRIMARY KEY, name text NOT NULL, checksum text NOT NULL, applied_at text NOT NULL)
        """;

    /// <exception cref="SchemaException">The schema is newer than this program, or came from other scripts.</exception>
    /// <returns>The migrations that the schema lacked, in order.</returns>
    public async ValueTask<ImmutableArray<Migration>> Apply(DbConnection connection, CancellationToken cancellationToken)
    {
        await Execute(connection, dialect.Begin, cancellationToken);
        ImmutableArray<Migration> missing;
        try
        {
            missing = await ApplyMissing(connection, cancellationToken);
            await Execute(connection, "COMMIT", cancellationToken);
        }
        catch
        {
            await RollBack(connection);
            throw;
        }

        foreach (var migration in missing) logger.Migrated(migration.Number, migration.Name);
        return missing;
    }

    /// <summary>How many of the migrations have been applied; 0 where none ever was. Changes nothing.</summary>
    /// <exception cref="SchemaException">The schema is newer than this program, or came from other scripts.</exception>
    public async ValueTask<int> Read(DbConnection connection, CancellationToken cancellationToken)
    {
        if (!await HasTable(connection, cancellationToken)) return 0;
        var applied = await ReadApplied(connection, cancellationToken);
        Check(applied);
        return applied.Count;
    }

    private async ValueTask<ImmutableArray<Migration>> ApplyMissing(DbConnection connection, CancellationToken cancellationToken)
    {
        // Asked first, because creating what exists would want the right to create, which a careful operator takes away.
        if (!await HasTable(connection, cancellationToken)) await Execute(connection, CreateTable, cancellationToken);

        var applied = await ReadApplied(connection, cancellationToken);
        Check(applied);
        ImmutableArray<Migration> missing = [.. known.Skip(applied.Count)];
        foreach (var migration in missing)
        {
            await Execute(connection, migration.Script, cancellationToken);
            await Record(connection, migration, cancellationToken);
        }

        return missing;
    }

    private async ValueTask<bool> HasTable(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var count = Command(connection, dialect.CountTables);
        return Convert.ToInt64(await count.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture) != 0;
    }

    private void Check(List<AppliedMigration> applied)
    {
        if (applied is [{ Name: var first }, ..] && known is [{ Name: var ours }, ..] && first != ours && SchemaOwners.Of(first) is { } owner)
        {
            throw new SchemaException(
                $"This is the database of {owner.Text()}, not of {SchemaOwners.Of(ours)?.Text() ?? "this program"}. The two keep their " +
                "records differently: let the connection string name another database, or start the program that made this one.");
        }

        foreach (var (index, found) in applied.Index())
        {
            if (index >= known.Length)
            {
                throw new SchemaException(
                    $"The database has schema migration {found.Number} ({found.Name}), but this program knows them only up to " +
                    $"{known.Length}: a newer program has been here. Start that version or a later one, or restore a backup from before it.");
            }

            var expected = known[index];
            if (found.Number != expected.Number || found.Checksum != expected.Checksum)
            {
                throw new SchemaException(
                    $"The database's schema migration {found.Number} ({found.Name}) has checksum {found.Checksum}, but this program's " +
                    $"migration {expected.Number} ({expected.Name}) has {expected.Checksum}. An applied migration is never edited: start the " +
                    "program that made this database, or restore a backup that this program made.");
            }
        }
    }

    private async ValueTask<List<AppliedMigration>> ReadApplied(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var command = Command(connection, "SELECT number, name, checksum FROM schema_migrations ORDER BY number");
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var applied = new List<AppliedMigration>();
        while (await rows.ReadAsync(cancellationToken))
            applied.Add(new AppliedMigration(rows.GetInt32(0), rows.GetString(1), rows.GetString(2)));
        return applied;
    }

    private async ValueTask Record(DbConnection connection, Migration migration, CancellationToken cancellationToken)
    {
        await using var command = Command(
            connection, "INSERT INTO schema_migrations (number, name, checksum, applied_at) VALUES (@number, @name, @checksum, @at)");
        Add("@number", migration.Number);
        Add("@name", migration.Name);
        Add("@checksum", migration.Checksum);
        Add("@at", time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture));
        await command.ExecuteNonQueryAsync(cancellationToken);

        void Add(string name, object value)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }
    }

    private async ValueTask Execute(DbConnection connection, string text, CancellationToken cancellationToken)
    {
        await using var command = Command(connection, text);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async ValueTask RollBack(DbConnection connection)
    {
        try
        {
            await Execute(connection, "ROLLBACK", CancellationToken.None);
        }
        catch (DbException)
        {
            // The database has rolled back by itself or is gone; what brought us here is the error to report.
        }
    }

    private DbCommand Command(DbConnection connection, string text)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        command.CommandTimeout = dialect.Timeout;
        return command;
    }

    private sealed record AppliedMigration(int Number, string Name, string Checksum);
}
