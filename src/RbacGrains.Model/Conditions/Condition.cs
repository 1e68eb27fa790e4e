using System.Collections.Immutable;

namespace RbacGrains.Model;

/// <summary>
/// Under what circumstances a role gives an action: comparisons of properties, combined. It is data; nothing in it is carried out. A comparison
/// with a property that is missing, or of another kind, does not hold. Two with the same <see cref="Text"/> are equal.
/// </summary>
public abstract class Condition : IEquatable<Condition>
{
    /// <summary>How deep <c>all</c>, <c>any</c> and <c>not</c> may be nested.</summary>
    public const int MaxDepth = 4;

    /// <summary>The most comparisons in one condition.</summary>
    public const int MaxComparisons = 64;

    /// <summary>The most values in the list of one comparison.</summary>
    public const int MaxValues = 100;

    private protected Condition(string text) => Text = text;

    /// <summary>The condition in one line, as explanations write it; it says all there is to it.</summary>
    public string Text { get; }

    /// <inheritdoc/>
    public bool Equals(Condition? other) => string.Equals(Text, other?.Text, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Condition);

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public sealed override string ToString() => Text;

    /// <summary>Whether it holds for a member of a role.</summary>
    internal abstract bool Holds(ConditionFacts facts, string role);

    /// <summary>The properties that it looks at.</summary>
    internal abstract IEnumerable<PropertyPath> Reads();
}

/// <summary>Holds when all of several conditions do.</summary>
/// <param name="conditions">The conditions, at least one.</param>
public sealed class AllOf(ImmutableArray<Condition> conditions)
    : Condition($"({string.Join(" and ", conditions.Select(condition => condition.Text))})")
{
    /// <summary>The conditions.</summary>
    public ImmutableArray<Condition> Conditions { get; } = conditions;

    internal override bool Holds(ConditionFacts facts, string role)
    {
        foreach (var condition in Conditions)
            if (!condition.Holds(facts, role)) return false;
        return true;
    }

    internal override IEnumerable<PropertyPath> Reads() => Conditions.SelectMany(condition => condition.Reads());
}

/// <summary>Holds when at least one of several conditions does.</summary>
/// <param name="conditions">The conditions, at least one.</param>
public sealed class AnyOf(ImmutableArray<Condition> conditions)
    : Condition($"({string.Join(" or ", conditions.Select(condition => condition.Text))})")
{
    /// <summary>The conditions.</summary>
    public ImmutableArray<Condition> Conditions { get; } = conditions;

    internal override bool Holds(ConditionFacts facts, string role)
    {
        foreach (var condition in Conditions)
            if (condition.Holds(facts, role)) return true;
        return false;
    }

    internal override IEnumerable<PropertyPath> Reads() => Conditions.SelectMany(condition => condition.Reads());
}

/// <summary>Holds when another condition does not, also for want of a property.</summary>
/// <param name="inner">The other condition.</param>
public sealed class NoneOf(Condition inner) : Condition($"not {inner?.Text}")
{
    /// <summary>The other condition.</summary>
    public Condition Inner { get; } = inner;

    internal override bool Holds(ConditionFacts facts, string role) => !Inner.Holds(facts, role);

    internal override IEnumerable<PropertyPath> Reads() => Inner.Reads();
}
