namespace RbacGrains.AdminConsole.Components;

/// <summary>Does something not at each key, but once somebody has paused: of what comes in quick succession the last alone.</summary>
/// <param name="clock">The time.</param>
/// <param name="pause">How long nothing may come before it is done.</param>
/// <remarks>Called from one thread at a time, as components are.</remarks>
internal sealed class Debounce(TimeProvider clock, TimeSpan pause) : IDisposable
{
    private CancellationTokenSource? _last;
    private bool _isOver;

    /// <summary>Does something after the pause, in place of whatever was to be done, or is being done, before it.</summary>
    /// <param name="then">What to do, with what ends it when something else takes its place.</param>
    /// <returns>A task that ends when it is done, or given up. It fails as <paramref name="then"/> does.</returns>
    public async Task Run(Func<CancellationToken, Task> then)
    {
        Cancel();
        if (_isOver) return;
        _last = new CancellationTokenSource();
        var given = _last.Token;
        try
        {
            await Task.Delay(pause, clock, given);
            await then(given);
        }
        catch (OperationCanceledException) when (given.IsCancellationRequested)
        {
            // Something else has taken its place, or nobody waits for it any more.
        }
    }

    /// <summary>Gives up what was to be done, or is being done.</summary>
    public void Cancel()
    {
        _last?.Cancel();
        _last?.Dispose();
        _last = null;
    }

    /// <summary>Gives up what was to be done; from then on nothing is.</summary>
    public void Dispose()
    {
        _isOver = true;
        Cancel();
    }
}
