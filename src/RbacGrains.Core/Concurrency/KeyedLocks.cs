namespace RbacGrains.Core;

/// <summary>
/// Shared and exclusive locks by name, granted in the order of arrival. Whoever takes several takes them in ordinal order of
/// their names, and so no two can wait for each other.
/// </summary>
internal sealed class KeyedLocks
{
    private readonly Lock _guard = new();
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    public async ValueTask<IDisposable> Enter(string name, bool exclusive, CancellationToken cancellationToken)
    {
        Waiter waiter;
        lock (_guard)
        {
            if (!_entries.TryGetValue(name, out var entry)) _entries[name] = entry = new Entry();
            if (entry.Waiting is null or { Count: 0 } && entry.Admits(exclusive))
            {
                entry.Admit(exclusive);
                return new Releaser(this, name, exclusive);
            }
            waiter = new Waiter(exclusive);
            (entry.Waiting ??= new Queue<Waiter>()).Enqueue(waiter);
        }

        await using (cancellationToken.Register(() => GiveUp(name, waiter, cancellationToken)))
            await waiter.Turn.Task;
        return new Releaser(this, name, exclusive);
    }

    private void Leave(string name, bool exclusive)
    {
        lock (_guard)
        {
            var entry = _entries[name];
            if (exclusive) entry.Exclusive = false;
            else entry.Shared--;

            LetIn(name, entry);
        }
    }

    // Who waited behind may enter now.
    private void GiveUp(string name, Waiter waiter, CancellationToken cancellationToken)
    {
        if (!waiter.Turn.TrySetCanceled(cancellationToken)) return;
        lock (_guard)
            if (_entries.TryGetValue(name, out var entry)) LetIn(name, entry);
    }

    private void LetIn(string name, Entry entry)
    {
        while (entry.Waiting is not null && entry.Waiting.TryPeek(out var next) && (next.Turn.Task.IsCanceled || entry.Admits(next.Exclusive)))
        {
            entry.Waiting.Dequeue();
            if (next.Turn.TrySetResult()) entry.Admit(next.Exclusive);
        }
        if (entry is { Shared: 0, Exclusive: false, Waiting: null or { Count: 0 } }) _entries.Remove(name);
    }

    private sealed class Entry
    {
        public int Shared;
        public bool Exclusive;

        // Made when two meet: most names are taken by one, and left again.
        public Queue<Waiter>? Waiting;

        public bool Admits(bool exclusive) => !Exclusive && (!exclusive || Shared == 0);

        public void Admit(bool exclusive)
        {
            if (exclusive) Exclusive = true;
            else Shared++;
        }
    }

    private sealed record Waiter(bool Exclusive)
    {
        public TaskCompletionSource Turn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed class Releaser(KeyedLocks owner, string name, bool exclusive) : IDisposable
    {
        private bool _released;

        public void Dispose()
        {
            if (_released) return;
            _released = true;
            owner.Leave(name, exclusive);
        }
    }
}
