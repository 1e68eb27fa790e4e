using RbacGrains.Testing;
using Xunit.Abstractions;

namespace RbacGrains.Crash.Tests;

public sealed class SqliteCrashTests(ITestOutputHelper output)
{
    [Fact]
    public async Task What_was_acknowledged_survives_thirty_kills_whole()
    {
        using var folder = new TemporaryDirectory();
        var database = new ServerDatabase("sqlite", $"Data Source={folder.File("rbac.db")}", folder.Path);
        await new CrashRun(database, Seeds.Next(), output).Run(rounds: 30);
    }
}

[NeedsPostgres]
public sealed class PostgresCrashTests(PostgresFixture server, ITestOutputHelper output) : IClassFixture<PostgresFixture>
{
    [ServerFact]
    public async Task What_was_acknowledged_survives_five_kills_whole()
    {
        using var folder = new TemporaryDirectory();
        var database = new ServerDatabase("postgres", await server.CreateDatabase(), folder.Path);
        await new CrashRun(database, Seeds.Next(), output).Run(rounds: 5);
    }
}
