namespace RbacGrains.Model;

/// <summary>
/// A ceiling on what a member can do inside one project: at most what this role and these grants give, and never more than
/// the member holds in the organization. With neither role nor grants it closes the project. Admins are above it.
/// </summary>
public sealed record ProjectScope
{
    /// <summary>The project that stands for every project without an entry of its own.</summary>
    public const string Others = "*";

    /// <summary>The project's id, or <see cref="Others"/>.</summary>
    public required string Project { get; init; }

    /// <summary>A role whose holdings bound the member here; null for none.</summary>
    public string? Role { get; init; }

    /// <summary>Grants that bound the member here, beside the role.</summary>
    public Grants Grants { get; init; } = Grants.Empty;

    /// <summary>The moment from which the project is closed to the member; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}
