using Npgsql;
using RbacGrains.Core;
using RbacGrains.Testing;

namespace RbacGrains.Storage.Tests;

/// <summary>Claims that race with the writes under way, which only a server has.</summary>
[NeedsPostgres, Collection(PostgresCollection.Name)]
public sealed class GridTermTests(PostgresFixture server) : IAsyncLifetime
{
    private GridQueries Grid { get; set; } = null!;

    public async Task InitializeAsync()
    {
        Grid = await GridQueries.Create(new PostgresDatabases(server));
        await Grid.Write("acme", null, claim: new Fence("acme", 1), audit: Entry("1 claims"));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [ServerFact]
    public async Task A_claim_waits_for_the_writes_under_way_and_those_behind_it_are_refused()
    {
        await using var connection = await Grid.Connect();
        await using var underWay = await connection.BeginTransactionAsync();
        await Execute(connection, "ann", "null", """{"state":{},"fence":{"organization":"acme","term":1}}""");

        var claim = Grid.Write("acme", 1, claim: new Fence("acme", 2));
        await Waiting(1);
        var late = Grid.Write("bob", null, fence: new Fence("acme", 1));
        await Waiting(2);
        Assert.Equal(1, await Grid.Write("eve", null, fence: new Fence("other", 1)));
        Assert.False(claim.IsCompleted);
        await underWay.CommitAsync();

        Assert.Equal(2, await claim);
        Assert.Equal("RB001", (await Assert.ThrowsAsync<PostgresException>(() => late)).SqlState);
        Assert.NotNull(await Grid.Read("ann"));
        Assert.Null(await Grid.Read("bob"));
    }

    [ServerFact]
    public async Task Writes_wait_for_a_claim_under_way_and_are_made_when_it_comes_to_nothing()
    {
        await using var connection = await Grid.Connect();
        await using var underWay = await connection.BeginTransactionAsync();
        await Execute(connection, "acme", "1", """{"state":{},"claim":{"organization":"acme","term":2}}""");

        var write = Grid.Write("ann", null, fence: new Fence("acme", 1));
        await Waiting(1);
        await underWay.RollbackAsync();

        Assert.Equal(1, await write);
    }

    [ServerFact]
    public async Task After_a_claim_nothing_of_an_earlier_term_is_committed_any_more()
    {
        const int Writers = 6, Claims = 25;
        var term = 1L;
        var stop = false;
        var writers = Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            var made = 0;
            int? version = null;
            for (var turn = 0; !Volatile.Read(ref stop); turn++)
            {
                var judged = Volatile.Read(ref term);
                try
                {
                    version = await Grid.Write($"u{writer}", version, fence: new Fence("acme", judged), audit: Entry($"{judged} {writer} {turn}"));
                    Assert.NotNull(version);
                    made++;
                }
                catch (PostgresException refusal) when (refusal.SqlState == "RB001")
                {
                    // Judged in a term that was over by the time it came to be written.
                }
            }

            return made;
        })).ToArray();

        for (var next = 2; next < 2 + Claims; next++)
        {
            Assert.Equal(next, await Grid.Write("acme", next - 1, claim: new Fence("acme", next), audit: Entry($"{next} claims")));
            var earlier = await EntriesBefore(next);
            Volatile.Write(ref term, next);
            await Grid.Write($"of {next}", null, fence: new Fence("acme", next), audit: Entry($"{next} follows"));
            Assert.Equal(earlier, await EntriesBefore(next));
        }

        Volatile.Write(ref stop, true);
        Assert.All(await Task.WhenAll(writers), made => Assert.True(made > 0));

        // The log is in the order of the writes: terms never go back in it, and each begins with its claim.
        var log = (await Grid.Rows("SELECT id FROM audit ORDER BY seq")).ConvertAll(row => (string)row["id"]!);
        var terms = log.ConvertAll(id => long.Parse(id.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(terms.Order(), terms);
        Assert.All(log.Where((_, at) => at == 0 || terms[at] != terms[at - 1]), first => Assert.EndsWith("claims", first, StringComparison.Ordinal));
    }

    private static async Task Execute(System.Data.Common.DbConnection connection, string id, string expected, string envelope)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT write_state('user', '/{id}', {expected}, '{envelope}'::bytea)";
        Assert.NotNull(await command.ExecuteScalarAsync());
    }

    private async Task<long> EntriesBefore(long term) =>
        (long)(await Grid.Rows($"SELECT count(*) AS entries FROM audit WHERE split_part(id, ' ', 1)::bigint < {term}")).Single()["entries"]!;

    private async Task Waiting(int sessions)
    {
        const string Count = """
            SELECT count(*) AS waiting FROM pg_locks
            WHERE NOT granted AND locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
            """;
        while ((long)(await Grid.Rows(Count)).Single()["waiting"]! < sessions) await Task.Yield();
    }

    private static AuditEntry Entry(string id) => new()
    {
        Id = id,
        Organization = "acme",
        At = DateTimeOffset.UnixEpoch,
        Kind = AuditKinds.MemberChanged,
        Target = "ann",
    };
}
