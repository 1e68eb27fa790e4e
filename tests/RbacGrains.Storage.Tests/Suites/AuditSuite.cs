using RbacGrains.Core;
using RbacGrains.Testing;

namespace RbacGrains.Storage.Tests;

public abstract class AuditSuite(ITestDatabases databases) : StorageSuite(databases)
{
    [ServerFact]
    public async Task An_entry_is_read_back_with_all_that_was_written()
    {
        var full = Entry("1") with
        {
            At = new DateTimeOffset(2026, 2, 28, 23, 59, 59, TimeSpan.FromHours(2)).AddTicks(1),
            Actor = "bob",
            Before = "{\"role\":\"редактор\"}",
            After = "",
            Reason = "left the team 🦊",
            OperationId = "op-1",
            Fingerprint = "abc",
        };
        var bare = Entry("2");
        await Write(State("ann", 0, "{}", full, bare));

        var page = await ReadAll(new AuditQuery());

        Assert.Equal([bare, full with { At = full.At.ToUniversalTime() }], page);
        Assert.Equal(TimeSpan.Zero, page[1].At.Offset);
    }

    [ServerFact]
    public async Task Pages_run_from_the_newest_entry_to_the_oldest_without_gap_or_repetition()
    {
        for (var i = 0; i < 20; i += 2) await Write(State($"{i}", 0, "{}", Entry($"{i}"), Entry($"{i + 1}")));

        foreach (var size in new[] { 1, 3, 10, 20, 21 })
        {
            var ids = new List<string>();
            var pages = 0;
            for (var page = new PageRequest(size); ;)
            {
                var part = await Database.Read("acme", new(), page, default);
                ids.AddRange(part.Items.Select(entry => entry.Id));
                pages++;
                if (part.NextToken == "") break;
                Assert.Equal(size, part.Items.Length);
                page = page with { Token = part.NextToken };
            }

            Assert.Equal(Enumerable.Range(0, 20).Reverse().Select(i => $"{i}"), ids);
            Assert.Equal((20 + size - 1) / size, pages);
        }
    }

    [ServerFact]
    public async Task Entries_that_come_while_a_reader_pages_do_not_shift_the_pages()
    {
        for (var i = 0; i < 6; i++) await Write(State($"{i}", 0, "{}", Entry($"{i}")));
        var first = await Database.Read("acme", new(), new PageRequest(3), default);

        await Write(State("later", 0, "{}", Entry("later")));
        var second = await Database.Read("acme", new(), new PageRequest(3, first.NextToken), default);

        Assert.Equal(["2", "1", "0"], second.Items.Select(entry => entry.Id));
    }

    [ServerFact]
    public async Task A_token_that_the_log_did_not_make_starts_at_the_newest_entry()
    {
        await Write(State("ann", 0, "{}", Entry("1"), Entry("2")));

        foreach (var token in new[] { null, "", "?", "abc", "AAAAAAAAAAAAAAAAAAAAAA", new string('x', 5000) })
            Assert.Equal("2", (await Database.Read("acme", new(), new PageRequest(1, token), default)).Items.Single().Id);
    }

    [ServerFact]
    public async Task A_page_has_from_one_to_the_most_entries_whatever_is_asked_for()
    {
        await Write(State("ann", 0, "{}", [.. Enumerable.Range(0, PageRequest.MaxSize + 1).Select(i => Entry($"{i}"))]));

        Assert.Single((await Database.Read("acme", new(), new PageRequest(0), default)).Items);
        Assert.Equal(PageRequest.MaxSize, (await Database.Read("acme", new(), new PageRequest(int.MaxValue), default)).Items.Length);
    }

    [ServerFact]
    public async Task A_query_finds_the_entries_that_match_all_of_it()
    {
        var start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        for (var i = 0; i < 16; i++)
        {
            await Write(State($"{i}", 0, "{}", Entry($"{i}") with
            {
                Actor = (i & 1) == 0 ? "bob" : null,
                Target = (i & 2) == 0 ? "ann" : "Ann",
                Kind = (i & 4) == 0 ? AuditKinds.MemberAdded : AuditKinds.MemberRemoved,
                At = start.AddTicks(i),
            }));
        }

        Assert.Equal([14, 12, 10, 8, 6, 4, 2, 0], await Ids(new(Actor: "bob")));
        Assert.Equal([13, 12, 9, 8, 5, 4, 1, 0], await Ids(new(Target: "ann")));
        Assert.Equal([11, 10, 9, 8, 3, 2, 1, 0], await Ids(new(Kind: AuditKinds.MemberAdded)));
        Assert.Equal([15, 14, 13], await Ids(new(Since: start.AddTicks(13).ToOffset(TimeSpan.FromHours(-5)))));
        Assert.Equal([2, 1, 0], await Ids(new(Until: start.AddTicks(3))));
        Assert.Equal([12], await Ids(new("bob", "ann", AuditKinds.MemberRemoved, start.AddTicks(5), start.AddTicks(14))));
        Assert.Empty(await Ids(new(Actor: "nobody")));
    }

    [ServerFact]
    public async Task An_organization_sees_only_its_own_entries()
    {
        await Write(State("ann", 0, "{}", Entry("1"), Entry("2", "Acme"), Entry("3", "other") with { OperationId = "op" }));

        Assert.Equal(["1"], (await ReadAll(new AuditQuery())).Select(entry => entry.Id));
        Assert.Null(await Database.FindOperation("acme", "op", default));
    }

    [ServerFact]
    public async Task A_change_is_found_by_the_name_that_its_caller_gave_it()
    {
        await Write(State("ann", 0, "{}", Entry("1"), Entry("2") with { OperationId = "op", Fingerprint = "abc" }));
        await Write(State("ann", 1, "{}", Entry("3") with { OperationId = "op", Fingerprint = "later" }));

        Assert.Equal("abc", (await Database.FindOperation("acme", "op", default))!.Fingerprint);
        Assert.Null(await Database.FindOperation("acme", "OP", default));
        Assert.Null(await Database.FindOperation("acme", "", default));
    }

    private async Task<List<AuditEntry>> ReadAll(AuditQuery query) => [.. (await Database.Read("acme", query, new(), default)).Items];

    private async Task<IEnumerable<int>> Ids(AuditQuery query) => (await ReadAll(query)).Select(entry => int.Parse(entry.Id));
}
