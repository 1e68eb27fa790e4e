using System.Globalization;

namespace RbacGrains.AdminConsole;

/// <summary>Which changes are looked at, as the page's address says it. Days are those of UTC.</summary>
/// <param name="Actor">Changes by this user.</param>
/// <param name="Target">Changes of this user, key, invitation or organization.</param>
/// <param name="Kind">Changes of this kind.</param>
/// <param name="Since">Changes on or after this day.</param>
/// <param name="Until">Changes on or before this day.</param>
public sealed record AuditFilter(string? Actor = null, string? Target = null, string? Kind = null, DateOnly? Since = null, DateOnly? Until = null)
{
    /// <summary>Whether everything is looked at.</summary>
    public bool IsEmpty => this == new AuditFilter();

    /// <summary>What the engine is asked for.</summary>
    public AuditQuery Query => new(Actor, Target, Kind, Begin(Since), Begin(Until?.AddDays(1)));

    /// <summary>Reads the parts of an address; what is no day is left out.</summary>
    public static AuditFilter Of(string? actor, string? target, string? kind, string? since, string? until) =>
        new(Given(actor), Given(target), Given(kind), Day(since), Day(until));

    /// <summary>The parts of the address; null for what is not asked for.</summary>
    public IReadOnlyDictionary<string, object?> Parts() => new Dictionary<string, object?>
    {
        ["actor"] = Actor,
        ["target"] = Target,
        ["kind"] = Kind,
        ["since"] = Word(Since),
        ["until"] = Word(Until),
    };

    /// <summary>Where the whole log that matches is had from, for a spreadsheet or a program.</summary>
    /// <param name="organization">The organization.</param>
    /// <param name="format"><c>csv</c> or <c>ndjson</c>.</param>
    public string ExportPath(string organization, string format)
    {
        var query = Query;
        var parts = new (string Name, string? Value)[]
        {
            ("format", format), ("actor", query.Actor), ("target", query.Target), ("kind", query.Kind),
            ("since", Moment(query.Since)), ("until", Moment(query.Until)),
        };
        var given = parts.Where(part => part.Value is not null).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}");
        return $"/v1/organizations/{Uri.EscapeDataString(organization)}/audit?{string.Join('&', given)}";
    }

    /// <summary>A day as addresses and date fields write it.</summary>
    public static string? Word(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The day that addresses and date fields write so; null for what is no day.</summary>
    public static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < DateOnly.MaxValue ? day : null;

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static DateTimeOffset? Begin(DateOnly? day) => day is { } one ? new DateTimeOffset(one, TimeOnly.MinValue, TimeSpan.Zero) : null;

    private static string? Moment(DateTimeOffset? moment) => moment?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
