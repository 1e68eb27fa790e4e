namespace RbacGrains.Core;

/// <summary>The locks that one change holds, released together.</summary>
internal sealed class LockSet(KeyedLocks locks) : IDisposable
{
    private readonly List<IDisposable> _held = [];

    public async ValueTask Add(string name, bool exclusive, CancellationToken cancellationToken) =>
        _held.Add(await locks.Enter(name, exclusive, cancellationToken));

    public void Dispose()
    {
        foreach (var held in _held) held.Dispose();
    }
}
