using System.Collections.Immutable;

namespace RbacGrains.Model;

/// <summary>In which circumstances one decision allows: never, always, or when some conditions hold together.</summary>
internal readonly struct Allowance
{
    // Default where it never allows; empty where it always does.
    private readonly ImmutableArray<string> _conditions;

    private Allowance(ImmutableArray<string> conditions) => _conditions = conditions;

    /// <summary>Always.</summary>
    public static Allowance Always { get; } = new([]);

    /// <summary>Never.</summary>
    public static Allowance Never => default;

    /// <summary>The same, under a condition more.</summary>
    /// <param name="condition">The condition; null for none.</param>
    /// <param name="role">The role for whose holder it is judged.</param>
    public Allowance When(Condition? condition, string role)
    {
        if (condition is null || _conditions.IsDefault) return this;
        // Where it asks for the member's role, the same words mean another thing for each.
        var words = condition.Reads().Any(path => path is { Owner: PropertyOwner.Member, Names: ["role"] })
            ? $"({condition.Text} with member.role {role})"
            : condition.Text;
        return _conditions.Contains(words) ? this : new Allowance(_conditions.Add(words));
    }

    /// <summary>Where this allows and another does not.</summary>
    public Turn Beyond(Allowance other)
    {
        if (_conditions.IsDefault) return default;
        if (other._conditions.IsDefault) return new Turn(true, Words(_conditions, []));
        var unmet = other._conditions.RemoveRange(_conditions);
        return unmet.IsEmpty ? default : new Turn(true, Words(_conditions, unmet));
    }

    private static string? Words(ImmutableArray<string> met, ImmutableArray<string> unmet)
    {
        IEnumerable<string> words = unmet.Length switch
        {
            0 => met,
            1 => met.Add($"not {unmet[0]}"),
            _ => met.Add($"not ({string.Join(" and ", unmet)})"),
        };
        return string.Join(" and ", words) is { Length: > 0 } text ? text : null;
    }
}

/// <summary>Whether a decision turns, and when.</summary>
/// <param name="Happens">Whether it does.</param>
/// <param name="When">In which circumstances, in words; null for all.</param>
internal readonly record struct Turn(bool Happens, string? When);
