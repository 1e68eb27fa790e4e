namespace RbacGrains.Core.Tests;

public sealed class DirectoryPageTests
{
    private readonly Neighbours _neighbours = new();
    private readonly MemoryState<DirectoryPageState> _store = new();

    [Fact]
    public async Task A_place_is_durable_before_it_is_open_and_settling_it_writes_nothing()
    {
        var page = Wake();

        Assert.True(await page.Open("a", add: true));
        Assert.Equal((1, true), (_store.Writes, _store.State!.Dirty));
        Assert.Empty(await List(page));

        await page.Settle("a", Role("guest"));
        Assert.Equal(1, _store.Writes);
        Assert.Equal(["a:guest"], await List(page));
    }

    [Fact]
    public async Task Changing_who_is_listed_writes_nothing_once_the_page_is_known_to_be_behind()
    {
        var page = Wake();
        await Add(page, "a", "guest");

        for (var time = 0; time < 5; time++)
        {
            Assert.True(await page.Open("a", add: false));
            await page.Settle("a", Role($"role{time}"));
        }

        Assert.Equal(1, _store.Writes);
        Assert.Equal(["a:role4"], await List(page));
    }

    [Fact]
    public async Task A_page_that_wakes_up_behind_asks_everybody_on_it()
    {
        var page = Wake();
        await Add(page, "a", "guest");
        await Add(page, "b", "guest");
        await Add(page, "c", "guest");
        _neighbours.Join("a", "writer");
        _neighbours.Leave("b");

        Assert.Equal(["a:writer", "c:guest"], await List(Wake()));
    }

    [Fact]
    public async Task Who_has_moved_to_another_page_is_no_longer_listed_on_this_one()
    {
        await Add(Wake(), "a", "guest");
        _neighbours.Join("a", "guest", page: 1);

        Assert.Empty(await List(Wake()));
    }

    [Fact]
    public async Task A_saved_page_asks_nobody()
    {
        var page = Wake();
        await Add(page, "a", "guest");

        await page.Flush();
        _neighbours.Join("a", "writer");

        Assert.False(_store.State!.Dirty);
        Assert.Equal(["a:guest"], await List(Wake()));
    }

    [Fact]
    public async Task A_page_with_an_open_place_is_not_saved_as_if_it_knew_everything()
    {
        var page = Wake();
        await Add(page, "a", "guest");
        await page.Open("a", add: false);

        await page.Flush();
        Assert.True(_store.State!.Dirty);

        await page.Settle("a", Role("writer"));
        await page.Flush();
        Assert.False(_store.State!.Dirty);
    }

    [Fact]
    public async Task Nobody_is_added_to_a_full_page_or_without_being_asked_to()
    {
        var page = Wake();
        Assert.False(await page.Open("a", add: false));
        for (var index = 0; index < DirectoryPageState.Capacity; index++) await Add(page, $"u{index}", "guest");

        Assert.False(await page.Open("late", add: true));
        Assert.True(await page.Open("u5", add: true));
    }

    [Fact]
    public async Task A_place_that_could_not_be_made_durable_is_not_open_and_the_next_attempt_makes_it_so()
    {
        var page = Wake();
        _store.Fails = true;
        await Assert.ThrowsAsync<IOException>(() => page.Open("a", add: true).AsTask());

        _store.Fails = false;
        Assert.True(await page.Open("a", add: true));

        Assert.Equal("a", Assert.Single(_store.State!.Entries).Id);
        await page.Settle("a", null);
        await page.Flush();
        Assert.False(_store.State.Dirty);
    }

    [Fact]
    public async Task Whoever_is_settled_on_a_page_that_woke_up_meanwhile_is_listed_durably()
    {
        await Wake().Open("a", add: true);
        var page = Wake();
        Assert.Empty(await List(page));

        await page.Settle("a", Role("guest"));

        Assert.Equal(["a:guest"], await List(page));
        Assert.Equal("a", Assert.Single(_store.State!.Entries).Id);
    }

    [Fact]
    public async Task A_place_of_which_nobody_knows_what_became_is_looked_into_before_the_page_answers_again()
    {
        var page = Wake();
        await Add(page, "a", "guest");
        await page.Open("a", add: false);
        await page.Open("b", add: true);
        _neighbours.Join("a", "writer");
        _neighbours.Join("b", "guest");

        await page.Doubt("a");
        await page.Doubt("b");

        Assert.Equal(["a:writer", "b:guest"], await List(page));
        _neighbours.Leave("a");
        await page.Open("a", add: false);
        await page.Doubt("a");
        await page.Flush();
        Assert.Equal(["b:guest"], await List(Wake()));
    }

    [Fact]
    public async Task Whoever_was_opened_before_the_page_woke_up_is_listed_once_they_say_so_themselves()
    {
        await Wake().Open("a", add: true);
        var page = Wake();
        Assert.Empty(await List(page));
        Assert.Equal("a", Assert.Single(_store.State!.Entries).Id);

        _neighbours.Join("a", "guest");

        Assert.Equal(["a:guest"], await List(page));
    }

    [Fact]
    public async Task Whoever_was_opened_before_the_page_woke_up_is_given_up_when_the_page_is_full()
    {
        await Wake().Open("a", add: true);
        var page = Wake();
        for (var index = 1; index < DirectoryPageState.Capacity; index++) await Add(page, $"u{index}", "guest");
        Assert.Contains(_store.State!.Entries, entry => entry.Id == "a");

        Assert.True(await page.Open("late", add: true));

        Assert.DoesNotContain(_store.State!.Entries, entry => entry.Id == "a");
    }

    [Fact]
    public async Task A_page_that_woke_up_behind_is_not_saved_as_if_it_knew_everything_too_soon()
    {
        await Add(Wake(), "a", "guest");
        var page = Wake();
        await List(page);

        await page.Flush();

        Assert.True(_store.State!.Dirty);
    }

    [Fact]
    public async Task Many_who_open_a_place_at_once_share_a_write()
    {
        var page = Wake();
        var gate = new TaskCompletionSource();
        await Add(page, "first", "guest");
        _store.Gate = gate.Task;

        var opening = Enumerable.Range(0, 20).Select(index => page.Open($"u{index}", add: true).AsTask()).ToList();
        Assert.DoesNotContain(opening, open => open.IsCompleted);
        gate.SetResult();

        Assert.All(await Task.WhenAll(opening).WaitAsync(TimeSpan.FromSeconds(30)), Assert.True);
        Assert.Equal(21, _store.State!.Entries.Length);
        Assert.InRange(_store.Writes, 2, 3);
    }

    private DirectoryPage Wake() => new(Neighbours.PageKey, _store, _neighbours.Services);

    private async Task Add(DirectoryPage page, string user, string role)
    {
        await page.Open(user, add: true);
        _neighbours.Join(user, role);
        await page.Settle(user, Role(role));
    }

    private static DirectorySummary Role(string role) => new() { Roles = [role] };

    private static async Task<IEnumerable<string>> List(DirectoryPage page) =>
        (await page.List(-1, CancellationToken.None)).Select(entry => $"{entry.Id}:{entry.Summary!.Roles[0]}");
}
