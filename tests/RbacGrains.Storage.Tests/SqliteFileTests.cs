using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using RbacGrains.Core;
using RbacGrains.Testing;

namespace RbacGrains.Storage.Tests;

public sealed class SqliteFileTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_second_owner_is_refused_by_whichever_name_it_opens_the_file()
    {
        await using var owner = await Open($"Data Source={_directory.File("rbac.db")}");
        File.CreateSymbolicLink(_directory.File("link.db"), "rbac.db");

        await Unavailable($"Data Source={_directory.File("link.db")}", "in use by another process");
        await Unavailable($"Data Source={_directory.Path}/../{Path.GetFileName(_directory.Path)}/rbac.db", "in use by another process");
    }

    [Fact]
    public async Task A_lock_file_that_a_dead_process_left_behind_does_not_matter()
    {
        File.WriteAllText(_directory.File("rbac.db.lock"), "");

        await using var owner = await Open($"Data Source={_directory.File("rbac.db")}");
    }

    [Fact]
    public void A_commit_waits_for_the_disk()
    {
        using var connection = SqliteFile.Of($"Data Source={_directory.File("rbac.db")}").OpenForWriting();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT (SELECT journal_mode FROM pragma_journal_mode) || (SELECT synchronous FROM pragma_synchronous)";

        Assert.Equal("wal2", command.ExecuteScalar());
    }

    [Fact]
    public async Task A_copy_made_beside_the_running_service_is_a_whole_backup()
    {
        await using var database = await Open($"Data Source={_directory.File("rbac.db")}");
        for (var i = 0; i < 100; i++) await database.Write(Record($"{i}"), default);
        var later = Enumerable.Range(100, 1000).Select(i => database.Write(Record($"{i}"), default).AsTask()).ToArray();

        using (var connection = new SqliteConnection($"Data Source={_directory.File("rbac.db")};Pooling=false"))
        using (var command = connection.CreateCommand())
        {
            connection.Open();
            command.CommandText = $"VACUUM INTO '{_directory.File("backup.db")}'";
            command.ExecuteNonQuery();
        }

        await Task.WhenAll(later);
        await using var restored = await Open($"Data Source={_directory.File("backup.db")}");
        for (var i = 0; i < 100; i++) Assert.NotNull(await restored.Read(Record($"{i}").Key, default));
        Assert.Equal(2, await restored.Write(Record("0") with { ExpectedVersion = 1 }, default));
    }

    [Theory]
    [InlineData("Data Source=", "names no SQLite file")]
    [InlineData("Data Source=:memory:", "names no SQLite file")]
    [InlineData("Data Source=name;Mode=Memory;Cache=Shared", "names no SQLite file")]
    [InlineData("Data Source=rbac.db;Passwort=secret", "a key in it is unknown or malformed")]
    [InlineData("Data Source=DIR/missing/rbac.db", "does not exist. Create it first")]
    [InlineData("Data Source=DIR", "is a directory. Name a file in it")]
    [InlineData("Data Source=DIR/text.db", "not an SQLite database; name another")]
    [InlineData("Data Source=DIR/empty.db;Mode=ReadOnly", "It is read-only; give this process the right to write")]
    public async Task What_cannot_be_opened_is_refused_with_the_reason_and_a_remedy(string connectionString, string expected)
    {
        File.WriteAllText(_directory.File("text.db"), string.Concat(Enumerable.Repeat("not a database ", 1000)), Encoding.ASCII);
        File.WriteAllText(_directory.File("empty.db"), "");

        var refused = await Unavailable(connectionString.Replace("DIR", _directory.Path), expected);

        Assert.DoesNotContain("secret", refused.ToString());
    }

    [Fact]
    public async Task A_refused_database_can_be_opened_once_the_reason_is_gone()
    {
        var file = _directory.File("rbac.db");
        File.WriteAllText(file, string.Concat(Enumerable.Repeat("not a database ", 1000)));
        await Unavailable($"Data Source={file}", "not an SQLite database");

        File.Delete(file);
        await using var database = await Open($"Data Source={file}");
    }

    private static StateWrite Record(string id) => new(new StateKey("user", id), 0, new byte[] { 1 }, false, []);

    private static Task<Database> Open(string connectionString) => Database.Open(
        new StorageOptions { Provider = StorageProvider.Sqlite, ConnectionString = connectionString },
        TimeProvider.System,
        NullLogger<Database>.Instance);

    private static async Task<StorageUnavailableException> Unavailable(string connectionString, string expected)
    {
        var refused = await Assert.ThrowsAsync<StorageUnavailableException>(() => Open(connectionString));
        Assert.Contains(expected, refused.Message);
        return refused;
    }
}
