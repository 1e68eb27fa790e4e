using System.Globalization;

namespace RbacGrains.Load;

/// <summary>Durations as people read them.</summary>
public static class Durations
{
    /// <summary>In a unit that suits it.</summary>
    public static string Show(this TimeSpan duration) => ShowMicroseconds(duration.TotalMicroseconds);

    /// <summary>A number of microseconds in a unit that suits it.</summary>
    public static string ShowMicroseconds(double microseconds) => microseconds switch
    {
        < 10 => string.Create(CultureInfo.InvariantCulture, $"{microseconds:0.##} µs"),
        < 1_000 => string.Create(CultureInfo.InvariantCulture, $"{microseconds:F0} µs"),
        < 100_000 => string.Create(CultureInfo.InvariantCulture, $"{microseconds / 1_000:F1} ms"),
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{microseconds / 1_000:F0} ms"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{microseconds / 1_000_000:F1} s"),
    };
}
