using System.Collections.Immutable;

namespace RbacGrains.Model;

/// <summary>In which circumstances one decision allows: never, always, or when some conditions hold together.</summary>
internal readonly struct Allowance
{
    // Default where it never allows; empty where it always does. All must hold, of each at least one.
    private readonly ImmutableArray<ImmutableArray<string>> _conditions;

    private Allowance(ImmutableArray<ImmutableArray<string>> conditions) => _conditions = conditions;

    /// <summary>Always.</summary>
    public static Allowance Always { get; } = new([]);

    /// <summary>Never.</summary>
    public static Allowance Never => default;

    /// <summary>The same, under conditions more, of which one has to hold.</summary>
    /// <param name="terms">The conditions; null for none.</param>
    public Allowance When(ConditionTerms? terms)
    {
        if (terms is null || _conditions.IsDefault) return this;
        ImmutableArray<string> any = [.. terms.Any.Select(Words).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return _conditions.Any(known => known.SequenceEqual(any)) ? this : new Allowance(_conditions.Add(any));
    }

    /// <summary>Where this allows and another does not.</summary>
    public Turn Beyond(Allowance other)
    {
        if (_conditions.IsDefault) return default;
        if (other._conditions.IsDefault) return new Turn(true, Words(Texts(_conditions), []));
        var mine = _conditions;
        // One that follows of what holds here holds as well.
        var unmet = other._conditions.RemoveAll(any => mine.Any(held => held.All(any.Contains)));
        return unmet.IsEmpty ? default : new Turn(true, Words(Texts(_conditions), Texts(unmet)));
    }

    // Where it asks for the member's role, the same words mean another thing for each.
    private static string Words(ConditionTerm term) =>
        term.AsksForRole ? $"({term.When.Text} with member.role {term.Role})" : term.When.Text;

    private static ImmutableArray<string> Texts(ImmutableArray<ImmutableArray<string>> conditions) =>
        [.. conditions.Select(any => any.Length == 1 ? any[0] : $"({string.Join(" or ", any)})")];

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
