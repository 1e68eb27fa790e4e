using Npgsql;
using RbacGrains.Core;
using RbacGrains.Testing;

namespace RbacGrains.Storage.Tests;

/// <summary>Claims that race with the writes under way, which only a server has.</summary>
[NeedsPostgres, Collection(PostgresCollection.Name)]
public sealed class PostgresFenceTests(PostgresFixture server) : GridSuite(new PostgresDatabases(server))
{
    [ServerFact]
    public async Task A_refusal_has_a_state_of_its_own()
    {
        await Store.Write("/acme", null, Envelope("{}"), "organization");
        await Claim("acme", 1, 2);

        Assert.Equal("RB001", (await Assert.ThrowsAsync<PostgresException>(() => WriteFenced("/ann", null, new Fence("acme", 1)))).SqlState);
        Assert.Equal("RB001", (await Assert.ThrowsAsync<PostgresException>(() => Claim("acme", 2, 2))).SqlState);
    }

    [ServerFact]
    public async Task A_claim_waits_for_the_writes_under_way_and_those_behind_it_are_refused()
    {
        await Store.Write("/acme", null, Envelope("{}"), "organization");
        await Claim("acme", 1, 2);
        await using var connection = await Store.Queries.Connect();
        await using var underWay = await connection.BeginTransactionAsync();
        Assert.Equal(1, await Store.WriteOn(connection, "/ann", null, GridEnvelope.Serialize("{}"u8, false, [], new Fence("acme", 2), null)));

        var claim = Claim("acme", 2, 3);
        await Waiting(1);
        var late = WriteFenced("/bob", null, new Fence("acme", 2));
        await Waiting(2);
        Assert.Equal(1, await Store.Write("/other", null, Envelope("{}"), "organization"));
        Assert.False(claim.IsCompleted);
        await underWay.CommitAsync();

        Assert.Equal(3, await claim);
        Assert.Equal("RB001", (await Assert.ThrowsAsync<PostgresException>(() => late)).SqlState);
        Assert.NotNull(await Store.Read("/ann"));
    }

    [ServerFact]
    public async Task Writes_wait_for_a_claim_under_way_and_are_made_when_it_is_not()
    {
        await Store.Write("/acme", null, Envelope("{}"), "organization");
        await Claim("acme", 1, 2);
        await using var connection = await Store.Queries.Connect();
        await using var underWay = await connection.BeginTransactionAsync();
        await using (var claim = connection.CreateCommand())
        {
            claim.CommandText = """SELECT write_state('organization', '/acme', 2, '{"state":{},"claim":{"organization":"acme","term":3}}'::bytea)""";
            Assert.Equal(3, await claim.ExecuteScalarAsync());
        }

        var write = WriteFenced("/ann", null, new Fence("acme", 2));
        await Waiting(1);
        await underWay.RollbackAsync();

        Assert.Equal(1, await write);
    }

    [ServerFact]
    public async Task After_a_claim_nothing_of_an_earlier_term_is_committed_any_more()
    {
        const int Writers = 6, Claims = 25;
        await Store.Write("/acme", null, Envelope("{}"), "organization");
        await Claim("acme", 1, 2, Entry("2 claims"));
        long term = 2;
        var stop = false;
        var writers = Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            var (made, refused) = (0, 0);
            for (int? version = null, turn = 0; !Volatile.Read(ref stop); turn++)
            {
                var judged = Volatile.Read(ref term);
                try
                {
                    version = await WriteFenced($"/{writer}", version, new Fence("acme", judged), Entry($"{judged} {writer} {turn}"));
                    Assert.NotNull(version);
                    made++;
                }
                catch (PostgresException refusal) when (refusal.SqlState == "RB001")
                {
                    refused++;
                }
            }
            return (made, refused);
        })).ToArray();

        for (var next = 3; next < 3 + Claims; next++)
        {
            Assert.Equal(next, await Claim("acme", next - 1, next, Entry($"{next} claims")));
            var earlier = await EntriesBefore(next);
            Volatile.Write(ref term, next);
            await WriteFenced($"/of {next}", null, new Fence("acme", next));
            Assert.Equal(earlier, await EntriesBefore(next));
        }
        Volatile.Write(ref stop, true);
        var outcomes = await Task.WhenAll(writers);

        Assert.All(outcomes, outcome => Assert.True(outcome.made > 0));
        // The log is in the order in which the writes were made: terms never go back in it, and each begins with its claim.
        var log = await Store.Queries.Run("SELECT id FROM audit ORDER BY seq", [], row => row.GetString(0));
        var terms = log.ConvertAll(id => long.Parse(id.Split(' ')[0]));
        Assert.Equal(terms.Order(), terms);
        Assert.All(log.Where((_, at) => at == 0 || terms[at] != terms[at - 1]), first => Assert.EndsWith("claims", first, StringComparison.Ordinal));
    }

    private async Task<long> EntriesBefore(long term) =>
        (await Store.Queries.Run($"SELECT count(*) FROM audit WHERE split_part(id, ' ', 1)::bigint < {term}", [], row => row.GetInt64(0))).Single();

    private async Task Waiting(int sessions)
    {
        const string Count = """
            SELECT count(*) FROM pg_locks
            WHERE NOT granted AND locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
            """;
        while ((await Store.Queries.Run(Count, [], row => row.GetInt64(0))).Single() < sessions) await Task.Yield();
    }
}
