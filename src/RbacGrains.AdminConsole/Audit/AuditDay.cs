using System.Collections.Immutable;

namespace RbacGrains.AdminConsole;

/// <summary>The changes of one day of UTC.</summary>
/// <param name="Title">"Today", "Yesterday", or the day.</param>
/// <param name="Items">The changes with their words, newest first.</param>
public sealed record AuditDay(string Title, ImmutableArray<(AuditEntry Entry, AuditSentence Words)> Items)
{
    /// <summary>Groups entries that are in order by their days.</summary>
    public static ImmutableArray<AuditDay> Of(IEnumerable<AuditEntry> entries, AuditNames names, DateTimeOffset now) =>
    [
        .. entries.GroupBy(entry => DateOnly.FromDateTime(entry.At.UtcDateTime))
            .Select(day => new AuditDay(TitleOf(day.Key, now), [.. day.Select(entry => (entry, AuditWords.Of(entry, names)))])),
    ];

    private static string TitleOf(DateOnly day, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        return day == today ? "Today" : day == today.AddDays(-1) ? "Yesterday" : Plain.Day(new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero));
    }
}
