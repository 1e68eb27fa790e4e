namespace RbacGrains.Core;

/// <summary>On whose behalf a request is made: a user's, judged by the organization's model, or the service's own.</summary>
/// <param name="User">The acting user; null for the service itself, which may do everything.</param>
public readonly record struct Caller(string? User)
{
    /// <summary>The service itself.</summary>
    public static Caller Service => default;

    /// <summary>
    /// The one organization that the caller can see, as whoever calls with that organization's key; every other one is not found,
    /// whatever the user is a member of. Null for a caller who is not bound.
    /// </summary>
    public string? Organization { get; init; }

    /// <summary>Whether this is the service itself. Who is bound to an organization never is.</summary>
    public bool IsService => User is null && Organization is null;

    /// <summary>Whether the caller can see an organization at all; what they may do there is judged by its model.</summary>
    public bool Sees(string organization) =>
        Organization is null || string.Equals(Organization, organization, StringComparison.Ordinal);
}
