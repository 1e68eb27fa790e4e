namespace RbacGrains.Api;

/// <summary>How often something may be done: a bucket of tokens that is filled evenly.</summary>
/// <param name="PerMinute">How many a minute on average; 0 for no limit.</param>
/// <param name="Burst">How many at once after a pause; at least 1.</param>
internal sealed record Rate(int PerMinute, int Burst)
{
    private const int Most = 100_000_000;

    /// <summary>Whether there is a limit at all.</summary>
    public bool IsLimited => PerMinute > 0;

    /// <summary>Reads a rate.</summary>
    /// <param name="reader">The settings.</param>
    /// <param name="section">Its section, as in <c>Limits:Key</c>.</param>
    /// <param name="fallback">What applies where nothing is said.</param>
    public static Rate Read(SettingReader reader, string section, Rate fallback) => new(
        reader.Number($"{section}:PerMinute", fallback.PerMinute, 0, Most),
        reader.Number($"{section}:Burst", fallback.Burst, 1, Most));
}
