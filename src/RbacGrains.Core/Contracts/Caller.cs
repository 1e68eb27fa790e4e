namespace RbacGrains.Core;

/// <summary>On whose behalf a request is made: a user's, judged by the organization's model, or the service's own.</summary>
/// <param name="User">The acting user; null for the service itself, which may do everything.</param>
public readonly record struct Caller(string? User)
{
    /// <summary>The service itself.</summary>
    public static Caller Service => default;

    /// <summary>Whether this is the service itself.</summary>
    public bool IsService => User is null;
}
