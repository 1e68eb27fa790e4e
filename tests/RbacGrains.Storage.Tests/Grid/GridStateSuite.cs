using System.Data.Common;
using System.Text;
using System.Text.Json.Nodes;
using RbacGrains.Testing;

namespace RbacGrains.Storage.Tests;

public abstract class GridStateSuite(ITestDatabases databases) : GridSuite(databases)
{
    [ServerFact]
    public async Task A_record_is_inserted_read_and_updated_and_its_version_counts_the_writes()
    {
        Assert.Null(await Store.Read("/ann"));
        Assert.Equal(1, await Write("/ann", null, """{"role":"member"}"""));
        Assert.Equal(2, await Write("/ann", 1, """{"role":"admin"}"""));

        Assert.Equal(2, (await Store.Read("/ann"))!.Version);
        Assert.Equal("""{"role":"admin"}""", await State("/ann"));
    }

    [ServerFact]
    public async Task A_write_that_expects_another_version_gets_none_and_leaves_nothing_behind()
    {
        await Write("/ann", null, """{"a":1}""");
        await Write("/ann", 1, """{"a":2}""");

        foreach (var expected in new int?[] { null, 0, 1, 3 }) Assert.Null(await Write("/ann", expected, """{"a":3}""", Entry($"{expected}")));
        Assert.Null(await Write("/bob", 1, "{}", Entry("bob")));

        Assert.Equal("""{"a":2}""", await State("/ann"));
        Assert.Null(await Store.Read("/bob"));
        Assert.Empty(await AuditIds());
    }

    [ServerFact]
    public async Task Of_inserts_at_once_one_is_made()
    {
        for (var i = 0; i < 10; i++)
        {
            var key = $"/{i}";
            var versions = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(() => Write(key, null, $$"""{"by":{{n}}}""", Entry($"{i}.{n}")))));
            Assert.Equal(1, versions.Single(version => version is not null));
        }

        Assert.Equal(10, (await AuditIds()).Count());
    }

    [ServerFact]
    public async Task Many_writers_of_one_record_lose_no_change()
    {
        await Write("/ann", null);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(async () =>
        {
            for (var done = 0; done < 10;)
            {
                var version = (await Store.Read("/ann"))!.Version;
                if (await Write("/ann", version, "{}", Entry($"{n}.{done}")) is { } written)
                {
                    Assert.Equal(version + 1, written);
                    done++;
                }
            }
        })));

        Assert.Equal(81, (await Store.Read("/ann"))!.Version);
        Assert.Equal(80, (await AuditIds()).Distinct().Count());
    }

    [ServerFact]
    public async Task A_cleared_record_keeps_its_version_and_is_written_again_at_it()
    {
        await Write("/ann", null, """{"a":1}""");

        Assert.Null(await Store.Clear("/ann", 2));
        Assert.Equal(2, await Store.Clear("/ann", 1));
        Assert.Null((await Store.Read("/ann"))!.Payload);
        Assert.Null(await Write("/ann", null));
        Assert.Equal(3, await Write("/ann", 2, """{"a":2}"""));
        Assert.Equal("""{"a":2}""", await State("/ann"));
    }

    [ServerFact]
    public async Task A_deleted_record_is_gone()
    {
        await Write("/ann", null);

        Assert.Null(await Store.Delete("/ann", 2));
        Assert.Equal(2, await Store.Delete("/ann", 1));
        Assert.Null(await Store.Read("/ann"));
        Assert.Null(await Store.Delete("/ann", 1));
        Assert.Equal(1, await Write("/ann", null));
    }

    [ServerFact]
    public async Task Keys_and_kinds_are_kept_apart_byte_by_byte()
    {
        string[] keys = ["/ab", "/AB", "/42", "/042", "/4 2", "/", "//", "/ß", "/ss", "/%", "/_", "/5f6b1c5e-5a5e-4b5e-8e5e-5a5e4b5e8e5e"];
        foreach (var (number, key) in keys.Index()) Assert.Equal(1, await Write(key, null, $$"""{"n":{{number}}}"""));
        Assert.Equal(1, await Store.Write("/ab", null, Envelope("{}"), "User"));

        foreach (var (number, key) in keys.Index()) Assert.Equal($$"""{"n":{{number}}}""", await State(key));
    }

    [ServerFact]
    public async Task A_key_without_a_slash_reaches_no_record()
    {
        await Write("/ann", null);

        foreach (var key in new[] { "ann", "xann", "" })
        {
            await Assert.ThrowsAnyAsync<DbException>(() => Write(key, null));
            Assert.Null(await NothingOf(() => Write(key, 1)));
            Assert.Null(await NothingOf(() => Store.Clear(key, 1)));
            Assert.Null(await NothingOf(() => Store.Delete(key, 1)));
            Assert.Null(await NothingOf(() => Store.Read(key)));
        }

        Assert.Equal(1, (await Store.Read("/ann"))!.Version);

        // PostgreSQL says so, SQLite finds nothing.
        static async Task<object?> NothingOf<T>(Func<Task<T>> call)
        {
            try
            {
                return await call();
            }
            catch (DbException)
            {
                return null;
            }
        }
    }

    [ServerFact]
    public async Task Text_of_any_script_and_numbers_of_63_bits_come_back_as_they_were()
    {
        const string State = """{"name":"Zoë 🦊 \u0416 \"quoted\" C:\\\\ ' ; -- $1 @x {}","most":9223372036854775807,"least":-9223372036854775808,"half":0.1,"list":[null,true,[]],"empty":{}}""";
        await Write("/Zoë 🦊", null, State);

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(State), JsonNode.Parse((await this.State("/Zoë 🦊"))!)));
        Assert.Contains("9223372036854775807", await this.State("/Zoë 🦊"), StringComparison.Ordinal);
    }

    [ServerFact]
    public async Task A_megabyte_is_stored()
    {
        var state = $$"""{"text":"{{new string('x', 500_000)}}{{string.Concat(Enumerable.Repeat("ё", 250_000))}}"}""";
        Assert.Equal(1, await Write("/big", null, state));
        Assert.Equal(2, await Write("/big", 1, state));

        Assert.Equal(state, await State("/big"));
    }

    [ServerFact]
    public async Task A_state_is_stored_without_the_envelope()
    {
        await Store.Write("/ann", null, GridEnvelope.Serialize("""{"unfinished":1,"state":2,"audit":3}"""u8, true, [Entry("1")], null, null));

        Assert.Equal("""{"unfinished":1,"state":2,"audit":3}""", Encoding.UTF8.GetString((await Store.Read("/ann"))!.Payload!));
    }
}
