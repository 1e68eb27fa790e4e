using System.Globalization;

namespace RbacGrains.Cluster.Testing;

/// <summary>Durations as people read them.</summary>
internal static class Durations
{
    /// <summary>In a unit that suits it.</summary>
    public static string Show(this TimeSpan duration) => duration.TotalMicroseconds switch
    {
        < 1_000 => string.Create(CultureInfo.InvariantCulture, $"{duration.TotalMicroseconds:F0} µs"),
        < 100_000 => string.Create(CultureInfo.InvariantCulture, $"{duration.TotalMilliseconds:F1} ms"),
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{duration.TotalMilliseconds:F0} ms"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{duration.TotalSeconds:F1} s"),
    };
}
