namespace RbacGrains.Load;

/// <summary>One of those that act at the same time. It makes one iteration at a time, so what belongs to it needs no locks.</summary>
/// <param name="number">Which one, from 0.</param>
/// <param name="seed">Draws its random numbers.</param>
public sealed class VirtualUser(int number, int seed)
{
    /// <summary>Which one, from 0 and below what <see cref="Scenario.Init"/> was told.</summary>
    public int Number { get; } = number;

    /// <summary>How many iterations it has begun before this one.</summary>
    public long Iteration { get; internal set; }

#pragma warning disable CA5394 // Nothing is protected by these numbers.
    /// <summary>Its own random numbers.</summary>
    public Random Random { get; } = new(unchecked((seed * 397) ^ number));
#pragma warning restore CA5394

    /// <summary>What a step leaves for the next one.</summary>
    public object? Data { get; set; }
}
