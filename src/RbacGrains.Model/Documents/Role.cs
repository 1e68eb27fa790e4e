using System.Collections.Immutable;

namespace RbacGrains.Model;

/// <summary>A named set of actions and area levels that members are assigned.</summary>
public sealed record Role
{
    /// <summary>Its slug: <c>analyst</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Its name as on the page.</summary>
    public required string Title { get; init; }

    /// <summary>What it is for; may be empty.</summary>
    public string Description { get; init; } = "";

    /// <summary>Whether its holders hold everything that the plan allows.</summary>
    public bool IsAdmin { get; init; }

    /// <summary>The plans that offer it; empty when every plan does.</summary>
    public ImmutableArray<string> Plans { get; init; } = [];

    /// <summary>What its holders are granted: single actions and area levels.</summary>
    public Grants Grants { get; init; } = Grants.Empty;

    /// <summary>What its holders are granted under conditions, in document order; none of it is among <see cref="Grants"/>.</summary>
    public ImmutableArray<ConditionalAction> ConditionalActions { get; init; } = [];

    /// <summary>
    /// Single actions that an area level among <see cref="Grants"/> would give and the role does not, by their canonical names; only custom roles
    /// have any. What its holders are granted beside the role can still give them.
    /// </summary>
    public ImmutableArray<string> Withdrawn { get; init; } = [];

    /// <summary>Whether organizations on this plan can assign it.</summary>
    public bool IsOfferedBy(string plan) => Plans.IsEmpty || Plans.Contains(plan);
}
