namespace RbacGrains.Core;

/// <summary>The locks that one change holds, released together.</summary>
/// <param name="locks">Where they are taken.</param>
/// <param name="isPreview">Whether nothing will be written: what a change holds alone is then shared, with other previews as well.</param>
internal sealed class LockSet(KeyedLocks locks, bool isPreview = false) : IDisposable
{
    private readonly List<IDisposable> _held = [];

    public async ValueTask Add(string name, bool exclusive, CancellationToken cancellationToken) =>
        _held.Add(await locks.Enter(name, exclusive && !isPreview, cancellationToken));

    public void Dispose()
    {
        foreach (var held in _held) held.Dispose();
    }
}
