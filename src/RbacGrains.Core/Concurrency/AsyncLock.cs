namespace RbacGrains.Core;

/// <summary>
/// Lets one writer in at a time, in the order of arrival. It holds nothing until two meet, since there is one for every
/// actor; it works under any scheduler, Orleans' included.
/// </summary>
public sealed class AsyncLock
{
    private readonly Lock _guard = new();
    private bool _held;
    private Queue<TaskCompletionSource>? _waiting;

    /// <summary>Waits for its turn.</summary>
    /// <returns>Ends the turn when it is disposed.</returns>
    public async ValueTask<Releaser> Enter(CancellationToken cancellationToken)
    {
        TaskCompletionSource turn;
        lock (_guard)
        {
            if (!_held)
            {
                _held = true;
                return new Releaser(this);
            }
            turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            (_waiting ??= new Queue<TaskCompletionSource>()).Enqueue(turn);
        }

        // A cancelled waiter stays in the queue and is passed over when its turn comes.
        await using (cancellationToken.Register(() => turn.TrySetCanceled(cancellationToken)))
            await turn.Task;
        return new Releaser(this);
    }

    private void Leave()
    {
        lock (_guard)
        {
            while (_waiting is not null && _waiting.TryDequeue(out var next))
                if (next.TrySetResult()) return;
            _waiting = null;
            _held = false;
        }
    }

    /// <summary>A turn.</summary>
    public readonly struct Releaser : IDisposable
    {
        private readonly AsyncLock _owner;

        internal Releaser(AsyncLock owner) => _owner = owner;

        /// <summary>Ends the turn.</summary>
        public void Dispose() => _owner.Leave();
    }
}
