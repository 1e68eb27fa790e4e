using System.Collections.Immutable;

namespace RbacGrains.Model;

/// <summary>
/// A role that an organization has made for itself: its own grants, laid over those of the role it is based on. What its holders
/// get is the <see cref="Role"/> that a <see cref="Policy"/> makes of it; it is never an admin's.
/// </summary>
public sealed record CustomRole
{
    /// <summary>Its slug; none of the model's roles has it.</summary>
    public required string Id { get; init; }

    /// <summary>Its name as people write it.</summary>
    public required string Title { get; init; }

    /// <summary>What it is for; may be empty.</summary>
    public string Description { get; init; } = "";

    /// <summary>The role that it builds on, the model's or another custom one; null for none. An admin role counts as all that there is.</summary>
    public string? BasedOn { get; init; }

    /// <summary>
    /// What it sets itself: the level of an area instead of the base's; a single action at <see cref="Model.Grants.Allow"/>, which adds it, or at
    /// <see cref="Model.Grants.None"/>, which withdraws what the base or a level gives.
    /// </summary>
    public Grants Grants { get; init; } = Grants.Empty;

    /// <summary>The plans that offer it, of those that offer its base; empty for all of those.</summary>
    public ImmutableArray<string> Plans { get; init; } = [];

    /// <summary>The roles of which a member must hold one to give it; empty when whoever may change members can.</summary>
    public ImmutableArray<string> AssignableBy { get; init; } = [];

    /// <summary>The version of the policy in which it last changed.</summary>
    public long Version { get; init; } = 1;

    /// <inheritdoc/>
    public bool Equals(CustomRole? other) => IsSameContent(other) && Version == other!.Version;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Title, BasedOn, Grants, Version);

    /// <summary>Whether another one is the same but for its version.</summary>
    public bool IsSameContent(CustomRole? other) =>
        other is not null
        && string.Equals(Id, other.Id, StringComparison.Ordinal)
        && string.Equals(Title, other.Title, StringComparison.Ordinal)
        && string.Equals(Description, other.Description, StringComparison.Ordinal)
        && string.Equals(BasedOn, other.BasedOn, StringComparison.Ordinal)
        && Grants.Equals(other.Grants)
        && Plans.SequenceEqual(other.Plans, StringComparer.Ordinal)
        && AssignableBy.SequenceEqual(other.AssignableBy, StringComparer.Ordinal);
}
