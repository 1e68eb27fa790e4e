using System.Data.Common;
using RbacGrains.Core;
using RbacGrains.Testing;

namespace RbacGrains.Storage.Tests;

public abstract class GridAuditSuite(ITestDatabases databases) : GridSuite(databases)
{
    [ServerFact]
    public async Task An_entry_is_read_back_with_all_that_was_written()
    {
        var full = Entry("1") with
        {
            At = new DateTimeOffset(2026, 2, 28, 23, 59, 59, TimeSpan.FromHours(2)).AddTicks(1),
            Actor = "bob",
            Before = """{"role":"редактор","path":"C:\\"}""",
            After = "",
            Reason = "left the \"team\" 🦊",
            OperationId = "op-1",
            Fingerprint = "abc",
        };
        var bare = Entry("2");
        await Write("/ann", null, "{}", full, bare);

        var page = await Grid.Read("acme", new AuditQuery(), new PageRequest(), default);

        Assert.Equal([bare, full with { At = full.At.ToUniversalTime() }], page.Items.AsEnumerable());
        Assert.Equal(full.Id, (await Grid.FindOperation("acme", "op-1", default))!.Id);
        Assert.Null(await Grid.FindOperation("acme", "op-2", default));
    }

    [ServerFact]
    public async Task Entries_of_one_write_keep_their_order_and_follow_those_of_the_write_before()
    {
        string[] first = [.. Enumerable.Range(0, 40).Select(i => $"a{i}")], second = [.. Enumerable.Range(0, 40).Select(i => $"b{i}")];
        await Write("/ann", null, "{}", [.. first.Select(id => Entry(id))]);
        await Write("/ann", 1, "{}", [.. second.Select(id => Entry(id))]);

        Assert.Equal([.. first, .. second], await AuditIds());
    }

    [ServerFact]
    public async Task An_entry_that_cannot_be_stored_leaves_the_record_and_the_log_as_they_were()
    {
        await Write("/ann", null, """{"a":1}""", Entry("1"));

        for (var i = 0; i < 20; i++)
        {
            await Assert.ThrowsAnyAsync<DbException>(() => Write("/ann", 1, """{"a":2}""", Entry("2"), Entry("1")));
            await Assert.ThrowsAnyAsync<DbException>(() => Write("/bob", null, "{}", Entry("3"), Entry("3")));
        }

        Assert.Equal("""{"a":1}""", await State("/ann"));
        Assert.Null(await Store.Read("/bob"));
        Assert.Equal(["1"], await AuditIds());
        // The connection that a failure leaves to the pool is as good as any: what it writes next is there for others.
        Assert.Equal(2, await Write("/ann", 1, """{"a":3}""", Entry("2")));
        await using var other = await Open(Options);
        Assert.Equal(2, (await other.Read("acme", new AuditQuery(), new PageRequest(), default)).Items.Length);
    }

    [ServerFact]
    public async Task A_page_goes_on_where_the_last_one_ended()
    {
        for (var i = 0; i < 7; i++) await Write($"/{i}", null, "{}", Entry($"{i}"), Entry($"other-{i}", "other"));

        var first = await Grid.Read("acme", new AuditQuery(), new PageRequest(4), default);
        Assert.True(Grid.IsToken(first.NextToken));
        var second = await Grid.Read("acme", new AuditQuery(), new PageRequest(4, first.NextToken), default);

        Assert.Equal(["6", "5", "4", "3", "2", "1", "0"], first.Items.Concat(second.Items).Select(entry => entry.Id));
        Assert.Equal("", second.NextToken);
        Assert.False(Grid.IsToken("?"));
    }

    [ServerFact]
    public void A_text_that_not_every_database_can_store_is_refused_before_it_is_sent()
    {
        foreach (var entry in new[] { Entry("1") with { Reason = "a\0b" }, Entry("1") with { Target = "half \ud83e" }, Entry(new string('x', 513)) })
            Assert.Throws<ArgumentException>(() => GridEnvelope.Serialize("{}"u8, false, [entry], null, null));
    }
}
