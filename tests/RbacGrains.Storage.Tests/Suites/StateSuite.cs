using System.Text;
using RbacGrains.Core;
using RbacGrains.Testing;

namespace RbacGrains.Storage.Tests;

public abstract class StateSuite(ITestDatabases databases) : StorageSuite(databases)
{
    [ServerFact]
    public async Task A_record_that_was_never_written_is_null() => Assert.Null(await Read("ann"));

    [ServerFact]
    public async Task A_write_is_read_back_as_soon_as_it_returns()
    {
        await Write(State("ann", payload: "{\"role\":\"админ 🦊\"}"));

        var state = await Read("ann");

        Assert.Equal(1, state!.Version);
        Assert.Equal("{\"role\":\"админ 🦊\"}", Encoding.UTF8.GetString(state.Payload.Span));
    }

    [ServerFact]
    public async Task Versions_count_the_writes_of_a_record_from_one()
    {
        for (var version = 0; version < 5; version++)
            Assert.Equal(version + 1, await Write(State("ann", version, $"{version}")));

        Assert.Equal(5, (await Read("ann"))!.Version);
    }

    [ServerFact]
    public async Task Payloads_from_nothing_to_a_mebibyte_are_kept_byte_by_byte()
    {
        var large = new byte[1024 * 1024];
        new Random(1).NextBytes(large);
        await Write(State("large") with { Payload = large });
        await Write(State("empty") with { Payload = default });
        await Write(State("part") with { Payload = large.AsMemory(7, 100) });

        Assert.Equal(large, (await Read("large"))!.Payload.ToArray());
        Assert.Equal(0, (await Read("empty"))!.Payload.Length);
        Assert.Equal(large[7..107], (await Read("part"))!.Payload.ToArray());
    }

    [ServerFact]
    public async Task A_write_at_another_version_conflicts_and_changes_nothing()
    {
        await Write(State("ann", 0, "first"));

        foreach (var (id, expected) in new[] { ("ann", 0), ("ann", 2), ("bob", 1) })
        {
            var conflict = await Assert.ThrowsAsync<StateConflictException>(() => Write(State(id, expected, "second", Entry($"{id}{expected}"))));
            Assert.Equal(new StateKey("user", id), conflict.Key);
            Assert.Equal(expected, conflict.ExpectedVersion);
        }

        Assert.Equal("first", Encoding.UTF8.GetString((await Read("ann"))!.Payload.Span));
        Assert.Null(await Read("bob"));
        Assert.Empty((await Database.Read("acme", new(), new(), default)).Items);
    }

    [ServerFact]
    public async Task Keys_are_compared_ordinally()
    {
        string[] ids = ["ann", "Ann", "ANN", "ann ", "é", "e\u0301", "ß", "ss", "ı", "i", "😀", "a%", "a_", "a'b"];
        foreach (var id in ids) await Write(State(id, payload: id));
        await Write(State("ann", payload: "page") with { Key = new StateKey("page", "ann") });

        foreach (var id in ids) Assert.Equal(id, Encoding.UTF8.GetString((await Read(id))!.Payload.Span));
    }

    [ServerFact]
    public async Task Unfinished_records_are_listed_however_many_they_are()
    {
        var expected = new HashSet<StateKey>();
        var writes = new List<Task<long>>();
        foreach (var kind in new[] { "invitation", "organization", "user" })
        {
            for (var i = 0; i < 400; i++)
            {
                var write = State("") with { Key = new StateKey(kind, $"{i}"), Unfinished = i % 4 != 0 };
                if (write.Unfinished) expected.Add(write.Key);
                writes.Add(Write(write));
            }
        }

        await Task.WhenAll(writes);

        Assert.Equal(expected, await Unfinished());
    }

    [ServerFact]
    public async Task A_record_is_unfinished_until_it_is_written_as_finished()
    {
        await Write(State("ann") with { Unfinished = true });
        Assert.Equal([new StateKey("user", "ann")], await Unfinished());

        await Write(State("ann", 1));
        Assert.Empty(await Unfinished());
    }

    [ServerFact]
    public async Task What_was_acknowledged_is_there_after_reopening()
    {
        await Write(State("ann", 0, "first", Entry("1")));
        await Write(State("ann", 1, "second", Entry("2")) with { Unfinished = true });

        await Reopen();

        var state = await Read("ann");
        Assert.Equal("second", Encoding.UTF8.GetString(state!.Payload.Span));
        Assert.Equal(2, state.Version);
        Assert.Single(await Unfinished());
        Assert.Equal(2, (await Database.Read("acme", new(), new(), default)).Items.Length);
        Assert.Equal(3, await Write(State("ann", 2)));
    }

    [ServerFact]
    public async Task What_not_every_database_can_store_is_refused_before_it_is_written()
    {
        StateWrite[] refused =
        [
            State("a\0b"),
            State("\uD800"),
            State("a\uDC00\uD800"),
            State(new string('x', 513)),
            State("ann", audit: Entry("1") with { Reason = "a\0b" }),
            State("ann", audit: Entry("1") with { After = "\"\uDE00\"" }),
            State("ann", audit: Entry("1") with { OperationId = new string('x', 513) }),
        ];
        foreach (var write in refused) await Assert.ThrowsAnyAsync<ArgumentException>(() => Write(write));

        Assert.Null(await Read("ann"));
        Assert.Equal(1, await Write(State(string.Concat(Enumerable.Repeat("😀", 256)))));
    }

    [ServerFact]
    public async Task A_cancelled_call_does_nothing()
    {
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Database.Write(State("ann"), cancelled).AsTask());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Database.Read(new StateKey("user", "ann"), cancelled).AsTask());

        Assert.Null(await Read("ann"));
    }

    private async Task<HashSet<StateKey>> Unfinished()
    {
        var keys = new HashSet<StateKey>();
        await foreach (var key in Database.ReadUnfinished(default)) Assert.True(keys.Add(key), $"{key} was listed twice.");
        return keys;
    }
}
