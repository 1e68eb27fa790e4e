using System.Collections.Immutable;

namespace RbacGrains.AdminConsole;

/// <summary>How long keys can be made to last, and how their use is told.</summary>
public static class KeyLife
{
    /// <summary>What is offered: a word, a title, and the time; null for as long as it is there.</summary>
    public static ImmutableArray<(string Word, string Title, TimeSpan? Life)> Choices { get; } =
    [
        ("7d", "7 days", TimeSpan.FromDays(7)),
        ("30d", "30 days", TimeSpan.FromDays(30)),
        ("90d", "90 days", TimeSpan.FromDays(90)),
        ("365d", "1 year", TimeSpan.FromDays(365)),
        ("never", "No expiry", null),
    ];

    /// <summary>How long the secret before may still work.</summary>
    public static ImmutableArray<(string Word, string Title, TimeSpan Grace)> Graces { get; } =
    [
        ("0", "Stops working at once", TimeSpan.Zero),
        ("1h", "Works for 1 more hour", TimeSpan.FromHours(1)),
        ("1d", "Works for 1 more day", TimeSpan.FromDays(1)),
        ("7d", "Works for 7 more days", TimeSpan.FromDays(7)),
    ];

    /// <summary>How long ago a key was used: to within 5 minutes, as it is noted.</summary>
    public static string LastUsed(DateTimeOffset? used, DateTimeOffset now) => used is not { } at ? "Never"
        : (now - at) switch
        {
            { TotalMinutes: < 10 } => "Just now",
            { TotalHours: < 1 } ago => $"{(int)ago.TotalMinutes} minutes ago",
            { TotalHours: < 2 } => "An hour ago",
            { TotalDays: < 1 } ago => $"{(int)ago.TotalHours} hours ago",
            { TotalDays: < 2 } => "Yesterday",
            { TotalDays: < 60 } ago => $"{(int)ago.TotalDays} days ago",
            _ => Plain.Day(at),
        };

    /// <summary>What deleting a key ends, in sentences.</summary>
    public static IEnumerable<string> Ends(ApiKeyView key, ServiceAccountView? account, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(key);
        yield return $"Every call with “{key.Name}” ({key.Prefix}…) is refused from now on.";
        yield return key.LastUsedAt is null
            ? "It has never been used." : $"It was last used: {LastUsed(key.LastUsedAt, now).ToLowerInvariant()}.";
        if (account is { Keys: 1 }) yield return $"It is the last key of the service account “{account.Name}”, which goes with it.";
    }
}
