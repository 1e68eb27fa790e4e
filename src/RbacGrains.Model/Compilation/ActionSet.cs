using System.Numerics;
using System.Runtime.CompilerServices;

namespace RbacGrains.Model;

/// <summary>A set of a model's actions, one bit each. Written only while it is compiled, then shared.</summary>
internal sealed class ActionSet(int actions)
{
    private readonly ulong[] _words = new ulong[(actions + 63) / 64];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Has(ActionHandle action) => (_words[action.Index >> 6] >> action.Index & 1) != 0;

    public void Add(ActionHandle action) => _words[action.Index >> 6] |= 1UL << action.Index;

    public void Remove(ActionHandle action) => _words[action.Index >> 6] &= ~(1UL << action.Index);

    public void AddAll()
    {
        for (var index = 0; index < actions; index++) Add(new ActionHandle(index));
    }

    public void AddAll(ActionSet others)
    {
        for (var word = 0; word < _words.Length; word++) _words[word] |= others._words[word];
    }

    public ActionSet Copy()
    {
        var copy = new ActionSet(actions);
        _words.CopyTo(copy._words, 0);
        return copy;
    }

    /// <summary>The actions in the set, in the model's order.</summary>
    public IEnumerable<ActionHandle> Items()
    {
        for (var word = 0; word < _words.Length; word++)
            for (var rest = _words[word]; rest != 0; rest &= rest - 1)
                yield return new ActionHandle(word * 64 + BitOperations.TrailingZeroCount(rest));
    }
}
