using Orleans.Storage;

namespace RbacGrains.Grains.Tests.References;

public sealed class GridCallsTests
{
    // Patient, so that a machine that stands still for a moment changes nothing; what never succeeds is not tried with it.
    private readonly GridCalls _calls = Calls(TimeSpan.FromMinutes(5));

    private int _made;

    [Fact]
    public async Task A_read_is_repeated_until_it_is_answered() =>
        Assert.Equal(3, (await _calls.Read(Caller.Service, () => FailFirst(2, new TimeoutException()), default)).Require());

    [Fact]
    public async Task A_read_that_is_never_answered_is_unavailable()
    {
        var read = await Calls(TimeSpan.FromMilliseconds(100))
            .Read(Caller.Service, () => FailFirst(int.MaxValue, new GridStorageException("gone")), default);

        Assert.Equal(ErrorCodes.GridUnavailable, read.Error?.Code);
    }

    [Fact]
    public async Task A_change_without_an_operation_id_is_made_once()
    {
        var changed = await _calls.Change(ChangeContext.Service, () => FailFirst(1, new TimeoutException()), default);

        Assert.Equal((ErrorCodes.OutcomeUnknown, 1), (changed.Error?.Code, _made));
    }

    [Fact]
    public async Task A_change_with_an_operation_id_is_repeated()
    {
        var context = ChangeContext.Service with { OperationId = "op" };

        Assert.Equal(2, (await _calls.Change(context, () => FailFirst(1, new InconsistentStateException("moved")), default)).Require());
    }

    [Fact]
    public async Task A_change_that_names_itself_is_repeated() =>
        Assert.Equal(2, (await _calls.Natural(() => FailFirst(1, new TimeoutException()), default)).Require());

    [Fact]
    public async Task A_mistake_is_neither_repeated_nor_hidden()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => _calls.Read(Caller.Service, () => FailFirst(1, new InvalidOperationException()), default).AsTask());

        Assert.Equal(1, _made);
    }

    [Fact]
    public async Task A_pause_ends_when_the_caller_gives_up()
    {
        using var source = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _calls.Repeat<int>(
            () =>
            {
                source.Cancel();
                throw new TimeoutException();
            },
            source.Token).AsTask());
    }

    private static GridCalls Calls(TimeSpan patience) =>
        new(new GridClientOptions { RetryFor = patience, FirstPause = TimeSpan.FromMilliseconds(1) }, TimeProvider.System);

    private ValueTask<Result<int>> FailFirst(int times, Exception failure) =>
        ++_made <= times ? throw failure : new ValueTask<Result<int>>(_made);
}
