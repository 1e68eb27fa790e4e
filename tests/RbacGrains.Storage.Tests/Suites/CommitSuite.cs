using RbacGrains.Core;
using RbacGrains.Testing;

namespace RbacGrains.Storage.Tests;

public abstract class CommitSuite(ITestDatabases databases) : StorageSuite(databases)
{
    [ServerFact]
    public async Task Ten_thousand_concurrent_writes_are_each_acknowledged_once_and_are_there_after_reopening()
    {
        const int Writers = 100, Records = 20, Versions = 5;
        var acknowledged = await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            var versions = new List<long>();
            for (var version = 0; version < Versions; version++)
            {
                var writes = Enumerable.Range(0, Records).Select(record => Write(
                    State($"{writer}/{record}", version, $"{writer}/{record}/{version}", Entry($"{writer}/{record}/{version}", $"{writer}"))));
                versions.AddRange(await Task.WhenAll(writes));
            }

            return versions;
        })));

        Assert.Equal(10_000, acknowledged.Sum(versions => versions.Count));
        await Reopen();
        for (var writer = 0; writer < Writers; writer++)
        {
            for (var record = 0; record < Records; record++)
            {
                var state = await Read($"{writer}/{record}");
                Assert.Equal(Versions, state!.Version);
                Assert.Equal($"{writer}/{record}/{Versions - 1}", System.Text.Encoding.UTF8.GetString(state.Payload.Span));
            }

            Assert.Equal(Records * Versions, (await Database.Read($"{writer}", new(), new(), default)).Items.Length);
        }
    }

    [ServerFact]
    public async Task Concurrent_writes_share_transactions()
    {
        using var commits = new CommitCounter(Database);

        await Task.WhenAll(Enumerable.Range(0, 1000).Select(i => Write(State($"{i}", 0, "{}", Entry($"{i}")))));

        Assert.Equal(1000, commits.Writes);
        Assert.InRange(commits.Transactions, 1, 500);
    }

    [ServerFact]
    public async Task Without_sharing_every_write_is_a_transaction()
    {
        await Reopen(Options with { MaxBatch = 1, MaxWaiting = 1 });
        using var commits = new CommitCounter(Database);

        await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Write(State($"{i}"))));

        Assert.Equal(100, commits.Transactions);
    }

    [ServerFact]
    public async Task Writes_of_one_record_are_made_in_the_order_in_which_they_came()
    {
        var versions = await Task.WhenAll(Enumerable.Range(0, 300).Select(i => Write(State("ann", i, $"{i}", Entry($"{i}")))));

        Assert.Equal(Enumerable.Range(1, 300).Select(i => (long)i), versions);
        Assert.Equal(300, (await Read("ann"))!.Version);
    }

    [ServerFact]
    public async Task A_conflict_fails_its_own_write_and_none_of_those_beside_it()
    {
        for (var i = 0; i < 10; i++) await Write(State($"{i}"));

        // Two writers per record believe in the same version: exactly one of each pair is right, whoever comes first.
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 400).Select(async i =>
        {
            try
            {
                await Write(State($"{i / 2}", 0, "{}", Entry($"{i}")));
                return i;
            }
            catch (StateConflictException conflict)
            {
                Assert.Equal($"{i / 2}", conflict.Key.Id);
                return -1;
            }
        }));

        int[] written = [.. outcomes.Where(i => i >= 0)];
        Assert.Equal(Enumerable.Range(10, 190), written.Select(i => i / 2).Order());
        var audit = (await Database.Read("acme", new(), new(PageRequest.MaxSize), default)).Items;
        Assert.Equal(written.Order(), audit.Select(entry => int.Parse(entry.Id)).Order());
    }

    [ServerFact]
    public async Task A_write_whose_audit_entry_cannot_be_stored_is_not_made_and_harms_none_beside_it()
    {
        await Write(State("first", 0, "{}", Entry("taken")));

        var writes = Enumerable.Range(0, 50).Select(i => Write(State($"{i}", 0, "{}", Entry(i == 25 ? "taken" : $"{i}")))).ToArray();

        for (var i = 0; i < 50; i++)
        {
            if (i == 25) await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => writes[25]);
            else Assert.Equal(1, await writes[i]);
        }

        Assert.Null(await Read("25"));
        Assert.Equal(50, (await Database.Read("acme", new(), new(), default)).Items.Length);
    }

    [ServerFact]
    public async Task A_cancelled_write_is_made_or_not_but_never_claimed_to_be_what_it_is_not()
    {
        using var cancellation = new CancellationTokenSource();
        var writes = Enumerable.Range(0, 2000).Select(i => Database.Write(State($"{i}"), cancellation.Token).AsTask()).ToArray();
        await writes[0];
        await cancellation.CancelAsync();

        for (var i = 0; i < writes.Length; i++)
        {
            try
            {
                Assert.Equal(1, await writes[i]);
                Assert.NotNull(await Read($"{i}"));
            }
            catch (OperationCanceledException)
            {
                Assert.Null(await Read($"{i}"));
            }
        }
    }

    [ServerFact]
    public async Task Closing_makes_the_writes_that_wait_and_refuses_later_ones()
    {
        var writes = Enumerable.Range(0, 500).Select(i => Write(State($"{i}"))).ToArray();
        await Database.DisposeAsync();

        foreach (var write in writes) Assert.Equal(1, await write);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => Write(State("late")));
        await Reopen();
        Assert.NotNull(await Read("499"));
    }
}
