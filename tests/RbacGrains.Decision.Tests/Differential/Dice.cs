using System.Collections.Immutable;

namespace RbacGrains.Decision.Tests.Differential;

/// <summary>Reproducible chance: the same seed makes the same choices in the same order.</summary>
internal sealed class Dice(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>A number from <paramref name="least"/> to <paramref name="most"/>, both included.</summary>
    public int Between(int least, int most) => _random.Next(least, most + 1);

    public bool Chance(double probability) => _random.NextDouble() < probability;

    public T OneOf<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];

    /// <summary>Each item with the given probability, in order.</summary>
    public ImmutableArray<T> Some<T>(IEnumerable<T> items, double probability) => [.. items.Where(_ => Chance(probability))];
}
