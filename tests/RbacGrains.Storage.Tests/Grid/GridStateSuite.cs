using System.Data.Common;
using System.Text;
using RbacGrains.Core;
using RbacGrains.Testing;

namespace RbacGrains.Storage.Tests;

/// <summary>Records written by Orleans' persistence queries.</summary>
public abstract class GridStateSuite(ITestDatabases databases) : IAsyncLifetime
{
    protected GridQueries Grid { get; private set; } = null!;

    public async Task InitializeAsync() => Grid = await GridQueries.Create(databases);

    public Task DisposeAsync() => Task.CompletedTask;

    [ServerFact]
    public async Task A_record_counts_its_writes_and_gives_back_its_state()
    {
        Assert.Null(await Grid.Read("ann"));
        Assert.Equal(1, await Grid.Write("ann", null, """{"a":1}"""));
        Assert.Equal(2, await Grid.Write("ann", 1, """{"a":2}"""));

        Assert.Equal(("""{"a":2}""", 2), await Grid.Read("ann"));
    }

    [ServerFact]
    public async Task A_write_that_expects_another_version_changes_nothing()
    {
        Assert.Null(await Grid.Write("ann", 1, audit: Entry("lost")));
        await Grid.Write("ann", null, """{"a":1}""");

        Assert.Null(await Grid.Write("ann", null, audit: Entry("lost"), claim: new Fence("acme", 1)));
        Assert.Null(await Grid.Write("ann", 2, audit: Entry("lost"), claim: new Fence("acme", 1)));

        Assert.Equal(("""{"a":1}""", 1), await Grid.Read("ann"));
        Assert.Empty(await Grid.Rows("SELECT id FROM audit"));
        Assert.Empty(await Grid.Rows("SELECT term FROM term"));
    }

    [ServerFact]
    public async Task Of_first_writes_at_once_one_is_made()
    {
        var written = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Grid.Write("ann", null))));

        Assert.Equal(1, Assert.Single(written, version => version is not null));
    }

    [ServerFact]
    public async Task Writers_that_retry_lose_no_write()
    {
        await Grid.Write("ann", null);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            for (var made = 0; made < 10;)
            {
                if (await Grid.Write("ann", (await Grid.Read("ann"))!.Value.Version) is not null) made++;
            }
        })));

        Assert.Equal(41, (await Grid.Read("ann"))!.Value.Version);
    }

    [ServerFact]
    public async Task A_cleared_record_is_empty_and_can_be_written_again()
    {
        await Grid.Write("ann", null, unfinished: true);
        Assert.Null(await Grid.End("ClearStorageKey", "ann", 7));
        Assert.Null(await Grid.End("ClearStorageKey", "ann", null));
        Assert.Equal(2, await Grid.End("ClearStorageKey", "ann", 1));
        Assert.Equal((null, 2), await Grid.Read("ann"));
        Assert.Empty(await Unfinished(TimeSpan.Zero));

        Assert.Equal(3, await Grid.Write("ann", 2));
    }

    [ServerFact]
    public async Task A_deleted_record_is_gone()
    {
        await Grid.Write("ann", null);
        Assert.Null(await Grid.End("DeleteStorageKey", "ann", 7));
        Assert.Equal(2, await Grid.End("DeleteStorageKey", "ann", 1));

        Assert.Null(await Grid.Read("ann"));
        Assert.Equal(1, await Grid.Write("ann", null));
    }

    [ServerFact]
    public async Task Keys_are_compared_as_they_are_written()
    {
        string[] keys = ["ab", "AB", "42", "042", "/", "", "user@example.com"];
        foreach (var key in keys) Assert.Equal(1, await Grid.Write(key, null, $$"""{"key":"{{key}}"}"""));

        foreach (var key in keys) Assert.Equal(($$"""{"key":"{{key}}"}""", 1), await Grid.Read(key));
    }

    [ServerFact]
    public async Task A_key_that_is_not_ours_is_refused()
    {
        foreach (var key in new[] { null, "ann" })
        {
            var refused = await Assert.ThrowsAnyAsync<DbException>(() => Grid.WriteRaw(key, null, GridEnvelope.Serialize("{}"u8, false, [], null, null)));
            Assert.Contains("does not begin with '/'", refused.Message);
        }
    }

    [ServerFact]
    public async Task A_payload_that_is_no_envelope_is_refused()
    {
        foreach (var payload in new[] { "{}", "nonsense", "{\"state\":{}" })
            await Assert.ThrowsAnyAsync<DbException>(() => Grid.WriteRaw("/ann", null, Encoding.UTF8.GetBytes(payload)));
        Assert.Null(await Grid.Read("ann"));
    }

    [ServerFact]
    public async Task Large_numbers_foreign_letters_and_large_payloads_survive()
    {
        var state = $$"""{"incarnation":9223372036854775807,"name":"Zoë 漢字 🚀 \"\\\u000a","deep":{"list":[1,[2.50]],"n":null},"text":"{{new string('x', 1 << 20)}}"}""";

        await Grid.Write("ann", null, state);

        Assert.Equal(state, (await Grid.Read("ann"))!.Value.State);
    }

    [ServerFact]
    public async Task Audit_entries_are_appended_in_order_and_read_back_whole()
    {
        var first = Entry("1") with { Actor = "ann", Before = """{"a":"ë"}""", After = "null", Reason = "\"why\"", OperationId = "op", Fingerprint = "f" };
        await Grid.Write("ann", null, audit: [first, Entry("3"), Entry("2")]);

        await using var database = await Grid.Open();
        var page = await database.Read("acme", new AuditQuery(), new PageRequest(10, ""), default);
        Assert.Equal(["2", "3", "1"], page.Items.Select(entry => entry.Id));
        Assert.Equal(first, page.Items[^1]);
        Assert.Equal(first, await database.FindOperation("acme", "op", default));
    }

    [ServerFact]
    public async Task An_audit_entry_that_cannot_be_appended_undoes_the_write_and_leaves_no_transaction()
    {
        await Grid.Write("ann", null, """{"a":1}""", audit: Entry("1"));

        await Assert.ThrowsAnyAsync<DbException>(
            () => Grid.Write("ann", 1, """{"a":2}""", claim: new Fence("acme", 1), audit: [Entry("2"), Entry("1")]));

        Assert.Equal(("""{"a":1}""", 1), await Grid.Read("ann"));
        Assert.Single(await Grid.Rows("SELECT id FROM audit"));
        Assert.Empty(await Grid.Rows("SELECT term FROM term"));
        Assert.Equal(2, await Grid.Write("ann", 1));
    }

    [ServerFact]
    public async Task A_fence_lets_through_what_is_of_the_term_in_force()
    {
        Assert.Equal(1, await Grid.Write("ann", null, fence: new Fence("acme", 3)));
        Assert.Equal(1, await Grid.Write("acme", null, claim: new Fence("acme", 5)));
        Assert.Equal(2, await Grid.Write("ann", 1, fence: new Fence("acme", 5)));
        Assert.Equal(3, await Grid.Write("ann", 2, fence: new Fence("other", 1)));
    }

    [ServerFact]
    public async Task A_fence_of_another_term_keeps_the_write_out()
    {
        await Grid.Write("acme", null, claim: new Fence("acme", 5));
        foreach (var term in new[] { 3L, 6L })
        {
            var refused = await Assert.ThrowsAnyAsync<DbException>(() => Grid.Write("ann", null, fence: new Fence("acme", term), audit: Entry("lost")));
            Assert.True(GridEnvelope.IsLostTerm(refused), refused.Message);
            Assert.Contains("is coordinated by a newer activation", refused.Message, StringComparison.Ordinal);
        }

        Assert.Null(await Grid.Read("ann"));
        Assert.Empty(await Grid.Rows("SELECT id FROM audit"));
    }

    [ServerFact]
    public async Task A_claim_of_a_term_that_is_over_is_refused()
    {
        await Grid.Write("acme", null, claim: new Fence("acme", 5));
        foreach (var term in new[] { 5L, 4L })
        {
            var refused = await Assert.ThrowsAnyAsync<DbException>(() => Grid.Write("acme", 1, claim: new Fence("acme", term)));
            Assert.Contains("is coordinated by a newer activation", refused.Message);
        }

        Assert.Equal(1, (await Grid.Read("acme"))!.Value.Version);
    }

    /// <summary>Whatever a fenced writer got through before a claim returned was of the older term; nothing is after it.</summary>
    [ServerFact]
    public async Task No_write_of_an_older_term_is_made_after_a_claim()
    {
        var claimed = 1L;
        await Grid.Write("acme", null, claim: new Fence("acme", 1));
        using var stop = new CancellationTokenSource();
        var late = 0;
        var made = 0;
        var writers = Enumerable.Range(0, 6).Select(writer => Task.Run(async () =>
        {
            int? version = null;
            while (!stop.IsCancellationRequested)
            {
                var before = Interlocked.Read(ref claimed);
                var term = before - (writer % 2);
                try
                {
                    if (await Grid.Write($"u{writer}", version, fence: new Fence("acme", term)) is not { } next) continue;
                    version = next;
                    Interlocked.Increment(ref made);
                    if (term < before) Interlocked.Increment(ref late);
                }
                catch (DbException)
                {
                    // Of another term, as many must be.
                }
            }
        })).ToArray();

        for (var term = 2; term <= 20; term++)
        {
            Assert.NotNull(await Grid.Write("acme", term - 1, claim: new Fence("acme", term)));
            Interlocked.Exchange(ref claimed, term);
        }

        while (Volatile.Read(ref made) < 20) await Task.Yield();
        await stop.CancelAsync();
        await Task.WhenAll(writers);
        Assert.Equal(0, late);
    }

    [ServerFact]
    public async Task What_is_unfinished_is_listed_once_it_is_old_enough()
    {
        await Grid.Write("ann", null, unfinished: true);
        await Grid.Write("bob", null);
        await Grid.Write("eve", null, unfinished: true);
        await Grid.Write("eve", 1);

        Assert.Equal([new StateKey("user", "ann")], await Unfinished(TimeSpan.Zero));
        Assert.Empty(await Unfinished(TimeSpan.FromMinutes(1)));
    }

    protected static AuditEntry Entry(string id) => new()
    {
        Id = id,
        Organization = "acme",
        At = new DateTimeOffset(638_000_000_012_345_678, TimeSpan.Zero),
        Kind = AuditKinds.MemberChanged,
        Target = "ann",
    };

    private async Task<List<StateKey>> Unfinished(TimeSpan age)
    {
        await using var database = await Grid.Open();
        var keys = new List<StateKey>();
        await foreach (var key in database.ReadUnfinished(age, default)) keys.Add(key);
        return keys;
    }
}
