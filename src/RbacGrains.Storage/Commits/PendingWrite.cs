using RbacGrains.Core;

namespace RbacGrains.Storage;

/// <summary>A write on its way: waiting until it is either taken into a transaction or cancelled, whichever comes first.</summary>
internal sealed class PendingWrite(StateWrite write)
{
    // Its continuations are the callers' code, which must not run on the writer's thread.
    private readonly TaskCompletionSource<long> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _decided;

    public StateWrite Write { get; } = write;

    public Task<long> Completion => _completion.Task;

    public bool TryTake() => Interlocked.Exchange(ref _decided, 1) == 0;

    public void Cancel(CancellationToken cancellationToken)
    {
        if (TryTake()) _completion.SetCanceled(cancellationToken);
    }

    public void Complete(bool written)
    {
        if (written) _completion.SetResult(Write.ExpectedVersion + 1);
        else _completion.SetException(new StateConflictException(Write.Key, Write.ExpectedVersion));
    }

    public void Fail(Exception exception) => _completion.SetException(exception);
}
