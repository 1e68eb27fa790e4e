using System.Collections.Immutable;

namespace RbacGrains.Model;

/// <summary>
/// What somebody is granted: levels in areas and single actions, as an immutable list sorted by what is granted, without
/// repeats. Two with the same content are equal. A single action is granted at the level <see cref="Allow"/>.
/// </summary>
public sealed class Grants : IEquatable<Grants>
{
    /// <summary>The level under which a single action is granted.</summary>
    public const string Allow = "allow";

    /// <summary>The level under which a custom role withdraws a single action; nobody else's grants have it.</summary>
    public const string None = "none";

    private readonly int _hash;

    private Grants(ImmutableArray<Grant> items)
    {
        Items = items;
        var hash = new HashCode();
        foreach (var grant in items) hash.Add(grant);
        _hash = hash.ToHashCode();
    }

    /// <summary>No grants at all.</summary>
    public static Grants Empty { get; } = new([]);

    /// <summary>The grants in ordinal order of <see cref="Grant.On"/>.</summary>
    public ImmutableArray<Grant> Items { get; }

    /// <summary>Whether nothing is granted.</summary>
    public bool IsEmpty => Items.IsEmpty;

    /// <summary>The level granted on an area (or <see cref="Allow"/> on an action), or null when it is not set.</summary>
    public string? this[string on]
    {
        get
        {
            foreach (var grant in Items)
                if (string.Equals(grant.On, on, StringComparison.Ordinal)) return grant.Level;
            return null;
        }
    }

    /// <summary>Makes grants of pairs (area or action, level); of two pairs for the same thing the later one holds.</summary>
    public static Grants Of(IEnumerable<KeyValuePair<string, string>> pairs)
    {
        var sorted = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (on, level) in pairs) sorted[on] = level;
        return sorted.Count == 0 ? Empty : new Grants([.. sorted.Select(pair => new Grant(pair.Key, pair.Value))]);
    }

    /// <summary>The same grants as pairs.</summary>
    public IEnumerable<KeyValuePair<string, string>> Pairs() => Items.Select(grant => KeyValuePair.Create(grant.On, grant.Level));

    /// <inheritdoc/>
    public bool Equals(Grants? other) =>
        other is not null && (ReferenceEquals(this, other) || (_hash == other._hash && Items.SequenceEqual(other.Items)));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Grants);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", Items.Select(grant => $"{grant.On}={grant.Level}"));
}
