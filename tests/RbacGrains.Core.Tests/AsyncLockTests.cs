namespace RbacGrains.Core.Tests;

public sealed class AsyncLockTests
{
    private readonly AsyncLock _lock = new();

    [Fact]
    public async Task One_enters_at_a_time_in_the_order_of_arrival()
    {
        var first = await _lock.Enter(CancellationToken.None);
        var second = _lock.Enter(CancellationToken.None).AsTask();
        var third = _lock.Enter(CancellationToken.None).AsTask();

        Assert.False(second.IsCompleted);
        first.Dispose();
        var turn = await second.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.False(third.IsCompleted);
        turn.Dispose();
        (await third.WaitAsync(TimeSpan.FromSeconds(30))).Dispose();

        Assert.True(_lock.Enter(CancellationToken.None).AsTask().IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Who_gives_up_waiting_is_passed_over()
    {
        using var giveUp = new CancellationTokenSource();
        var first = await _lock.Enter(CancellationToken.None);
        var second = _lock.Enter(giveUp.Token).AsTask();
        var third = _lock.Enter(CancellationToken.None).AsTask();

        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        first.Dispose();

        (await third.WaitAsync(TimeSpan.FromSeconds(30))).Dispose();
    }

    [Fact]
    public async Task Who_is_tired_before_they_come_does_not_enter()
    {
        using var held = await _lock.Enter(CancellationToken.None);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _lock.Enter(new CancellationToken(canceled: true)).AsTask());
    }

    [Fact]
    public async Task Never_two_are_inside()
    {
        var inside = 0;

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            for (var round = 0; round < 500; round++)
            {
                using var held = await _lock.Enter(CancellationToken.None);
                Assert.Equal(1, Interlocked.Increment(ref inside));
                await Task.Yield();
                Interlocked.Decrement(ref inside);
            }
        }))).WaitAsync(TimeSpan.FromSeconds(60));
    }
}
