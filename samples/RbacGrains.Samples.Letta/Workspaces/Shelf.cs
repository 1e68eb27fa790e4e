using System.Collections.Concurrent;

namespace RbacGrains.Samples.Letta.Workspaces;

/// <summary>Things of one kind by their id or name, in this process.</summary>
public sealed class Shelf<T>
    where T : class
{
    private readonly ConcurrentDictionary<string, T> _items = new(StringComparer.Ordinal);

    public IReadOnlyList<T> All => [.. _items.OrderBy(item => item.Key, StringComparer.Ordinal).Select(item => item.Value)];

    public T? Find(string id) => _items.GetValueOrDefault(id);

    public T Put(string id, T item) => _items[id] = item;

    public T? Change(string id, Func<T, T> change)
    {
        while (_items.TryGetValue(id, out var present))
        {
            var next = change(present);
            if (_items.TryUpdate(id, next, present)) return next;
        }

        return null;
    }

    public bool Remove(string id) => _items.TryRemove(id, out _);
}
