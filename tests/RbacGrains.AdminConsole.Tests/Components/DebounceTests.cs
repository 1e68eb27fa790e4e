using RbacGrains.AdminConsole.Components;
using RbacGrains.Testing;

namespace RbacGrains.AdminConsole.Tests;

/// <summary>What waits until somebody has paused.</summary>
public sealed class DebounceTests : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly SteppedTime _time = new();
    private readonly List<string> _done = [];
    private readonly Debounce _typing;

    public DebounceTests() => _typing = new Debounce(_time, Pause);

    public void Dispose() => _typing.Dispose();

    [Fact]
    public async Task Nothing_is_done_before_the_pause_is_over()
    {
        var typed = Type("a");
        _time.Advance(Pause - TimeSpan.FromTicks(1));
        Assert.Empty(_done);

        _time.Advance(TimeSpan.FromTicks(1));
        await typed;
        Assert.Equal(["a"], _done);
    }

    [Fact]
    public async Task Of_what_comes_in_quick_succession_the_last_alone_is_done_a_pause_after_it_came()
    {
        var first = Type("a");
        _time.Advance(Pause / 2);
        var last = Type("ab");
        await first;
        _time.Advance(Pause / 2);
        Assert.Empty(_done);

        _time.Advance(Pause / 2);
        await last;
        Assert.Equal(["ab"], _done);
    }

    [Fact]
    public async Task What_comes_after_a_pause_is_done_too()
    {
        var first = Type("a");
        _time.Advance(Pause);
        await first;
        var last = Type("ab");
        _time.Advance(Pause);
        await last;

        Assert.Equal(["a", "ab"], _done);
    }

    [Fact]
    public async Task What_is_being_done_ends_when_something_else_takes_its_place()
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = _typing.Run(async replaced =>
        {
            begun.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, _time, replaced);
            _done.Add("never");
        });
        _time.Advance(Pause);
        await begun.Task;
        var last = Type("b");
        await first;
        _time.Advance(Pause);
        await last;

        Assert.Equal(["b"], _done);
    }

    [Fact]
    public async Task What_is_given_up_is_not_done()
    {
        var typed = Type("a");
        _typing.Cancel();
        await typed;
        _time.Advance(Pause);

        Assert.Empty(_done);
    }

    [Fact]
    public async Task After_its_end_nothing_is_done()
    {
        var before = Type("a");
        _typing.Dispose();
        var after = Type("b");
        _time.Advance(Pause);
        await Task.WhenAll(before, after);

        Assert.Empty(_done);
    }

    [Fact]
    public async Task What_fails_is_heard_of_also_where_it_was_called_off_by_others()
    {
        var broken = _typing.Run(_ => throw new InvalidOperationException("broken"));
        _time.Advance(Pause);
        await Assert.ThrowsAsync<InvalidOperationException>(() => broken);

        var calledOff = _typing.Run(_ => throw new OperationCanceledException());
        _time.Advance(Pause);
        await Assert.ThrowsAsync<OperationCanceledException>(() => calledOff);
    }

    private Task Type(string text) => _typing.Run(_ =>
    {
        _done.Add(text);
        return Task.CompletedTask;
    });
}
