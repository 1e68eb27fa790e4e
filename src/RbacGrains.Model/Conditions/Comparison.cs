using System.Collections.Immutable;
using System.Text.Json;

namespace RbacGrains.Model;

/// <summary>How a property is compared. In documents they are written in snake_case.</summary>
public enum ComparisonOperator
{
    /// <summary>It is this value.</summary>
    Equals,

    /// <summary>It is a value of the same kind, and another one.</summary>
    NotEquals,

    /// <summary>It is one of these values.</summary>
    In,

    /// <summary>It is a list with this value in it.</summary>
    Contains,

    /// <summary>It is a smaller number, or an earlier moment.</summary>
    Less,

    /// <summary>It is no larger number, or no later moment.</summary>
    LessOrEqual,

    /// <summary>It is a larger number, or a later moment.</summary>
    Greater,

    /// <summary>It is no smaller number, or no earlier moment.</summary>
    GreaterOrEqual,

    /// <summary>It is a text that begins with this one.</summary>
    StartsWith,

    /// <summary>Whether it is there at all, and not null.</summary>
    Present,
}

/// <summary>Compares a property with values that the model gives, or with another property.</summary>
public sealed class Comparison : Condition
{
    /// <summary>Compares with given values.</summary>
    /// <param name="property">The property.</param>
    /// <param name="operator">How it is compared.</param>
    /// <param name="values">The value; several for <see cref="ComparisonOperator.In"/>.</param>
    public Comparison(PropertyPath property, ComparisonOperator @operator, ImmutableArray<SingleValue> values)
        : base($"{property} {KeyOf(@operator)} {Written(@operator, values)}") =>
        (Property, Operator, Values) = (property, @operator, values);

    /// <summary>Compares with another property.</summary>
    public Comparison(PropertyPath property, ComparisonOperator @operator, PropertyPath other)
        : base($"{property} {KeyOf(@operator)} {other}") =>
        (Property, Operator, Other, Values) = (property, @operator, other, []);

    /// <summary>The property that is compared.</summary>
    public PropertyPath Property { get; }

    /// <summary>How it is compared.</summary>
    public ComparisonOperator Operator { get; }

    /// <summary>The values that it is compared with; empty when it is compared with another property.</summary>
    public ImmutableArray<SingleValue> Values { get; }

    /// <summary>The property that it is compared with; null when it is compared with values.</summary>
    public PropertyPath? Other { get; }

    /// <summary>An operator as documents write it.</summary>
    public static string KeyOf(ComparisonOperator @operator) => JsonNamingPolicy.SnakeCaseLower.ConvertName(@operator.ToString());

    internal override bool Holds(ConditionFacts facts, string role)
    {
        var left = facts.Find(Property, role);
        if (Operator == ComparisonOperator.Present) return left.IsPresent == Values[0].IsTrue;
        var right = Other is null ? default : facts.Find(Other, role);
        if (Operator == ComparisonOperator.In)
            return left.Single is { } one && IsAmong(one, Other is null ? Values : right.Items);
        if ((Other is null ? Values[0] : right.Single) is not { } value) return false;
        return Operator == ComparisonOperator.Contains ? IsAmong(value, left.Items) : left.Single is { } single && Compare(single, value);
    }

    internal override IEnumerable<PropertyPath> Reads() => Other is null ? [Property] : [Property, Other];

    private bool Compare(SingleValue left, SingleValue right) => Operator switch
    {
        ComparisonOperator.Equals => SingleValue.AreSame(left, right) is true,
        ComparisonOperator.NotEquals => SingleValue.AreSame(left, right) is false,
        ComparisonOperator.Less => SingleValue.Order(left, right) < 0,
        ComparisonOperator.LessOrEqual => SingleValue.Order(left, right) <= 0,
        ComparisonOperator.Greater => SingleValue.Order(left, right) > 0,
        ComparisonOperator.GreaterOrEqual => SingleValue.Order(left, right) >= 0,
        ComparisonOperator.StartsWith =>
            left.Text is { } text && right.Text is { } start && text.StartsWith(start, StringComparison.Ordinal),
        _ => throw new InvalidOperationException($"'{Operator}' compares no two values."),
    };

    private static bool IsAmong(SingleValue value, IEnumerable<SingleValue> values)
    {
        foreach (var candidate in values)
            if (SingleValue.AreSame(value, candidate) is true) return true;
        return false;
    }

    private static string Written(ComparisonOperator @operator, ImmutableArray<SingleValue> values) =>
        @operator == ComparisonOperator.In ? $"[{string.Join(", ", values)}]" : values[0].ToString();
}
