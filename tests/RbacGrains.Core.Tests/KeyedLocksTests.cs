namespace RbacGrains.Core.Tests;

public sealed class KeyedLocksTests
{
    private readonly KeyedLocks _locks = new();

    [Fact]
    public async Task Who_shares_enters_together_and_who_excludes_waits_for_all()
    {
        var first = await Entered("a", exclusive: false);
        var second = await Entered("a", exclusive: false);
        var alone = Enter("a", exclusive: true);

        first.Dispose();
        Assert.False(alone.IsCompleted);
        second.Dispose();

        (await alone.WaitAsync(TimeSpan.FromSeconds(30))).Dispose();
    }

    [Fact]
    public async Task Nobody_overtakes_who_waits()
    {
        var holder = await Entered("a", exclusive: false);
        var alone = Enter("a", exclusive: true);
        var later = Enter("a", exclusive: false);

        Assert.False(later.IsCompleted);
        holder.Dispose();
        var turn = await alone.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.False(later.IsCompleted);
        turn.Dispose();

        (await later.WaitAsync(TimeSpan.FromSeconds(30))).Dispose();
    }

    [Fact]
    public async Task Names_have_nothing_to_do_with_each_other()
    {
        await Entered("a", exclusive: true);

        await Entered("A", exclusive: true);
    }

    [Fact]
    public async Task Releasing_twice_releases_once()
    {
        var first = await Entered("a", exclusive: false);
        await Entered("a", exclusive: false);

        first.Dispose();
        first.Dispose();

        Assert.False(Enter("a", exclusive: true).IsCompleted);
    }

    [Fact]
    public async Task Who_gives_up_waiting_stands_in_nobodys_way()
    {
        using var giveUp = new CancellationTokenSource();
        await Entered("a", exclusive: false);
        var alone = _locks.Enter("a", exclusive: true, giveUp.Token).AsTask();
        var later = Enter("a", exclusive: false);

        await giveUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => alone);
        await later.WaitAsync(TimeSpan.FromSeconds(30));
        await Entered("a", exclusive: false);
    }

    [Fact]
    public async Task One_excludes_all_others_however_many_come()
    {
        var inside = 0;

        await Task.WhenAll(Enumerable.Range(0, 8).Select(task => Task.Run(async () =>
        {
            for (var round = 0; round < 500; round++)
            {
                var exclusive = (round + task) % 3 == 0;
                using var held = await _locks.Enter("a", exclusive, CancellationToken.None);
                var others = Interlocked.Add(ref inside, exclusive ? 1000 : 1);
                Assert.True(exclusive ? others == 1000 : others < 1000, $"{others} were inside.");
                await Task.Yield();
                Interlocked.Add(ref inside, exclusive ? -1000 : -1);
            }
        }))).WaitAsync(TimeSpan.FromSeconds(60));
    }

    private Task<IDisposable> Enter(string name, bool exclusive) => _locks.Enter(name, exclusive, CancellationToken.None).AsTask();

    private async Task<IDisposable> Entered(string name, bool exclusive)
    {
        var entering = Enter(name, exclusive);
        Assert.True(entering.IsCompletedSuccessfully);
        return await entering;
    }
}
