using System.Globalization;

namespace RbacGrains.Load;

/// <summary>Values of growth as people read them.</summary>
internal static class GrowthValues
{
    /// <summary>A value with its unit.</summary>
    public static string Show(GrowthUnit unit, double value) => unit switch
    {
        GrowthUnit.Nanoseconds when value < 1_000 => string.Create(CultureInfo.InvariantCulture, $"{value:0.#} ns"),
        GrowthUnit.Nanoseconds => Durations.ShowMicroseconds(value / 1e3),
        GrowthUnit.Bytes => Numbers.Bytes(value),
        GrowthUnit.PerSecond => $"{Numbers.Rate(value)}/s",
        _ => Numbers.Size(value),
    };

    /// <summary>A value beside an axis of powers of ten: without places that are always 0.</summary>
    public static string Mark(GrowthUnit unit, double value) => unit switch
    {
        GrowthUnit.Nanoseconds => value switch
        {
            < 1e3 => string.Create(CultureInfo.InvariantCulture, $"{value:0.##} ns"),
            < 1e6 => string.Create(CultureInfo.InvariantCulture, $"{value / 1e3:0.##} µs"),
            < 1e9 => string.Create(CultureInfo.InvariantCulture, $"{value / 1e6:0.##} ms"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{value / 1e9:0.##} s"),
        },
        GrowthUnit.Bytes => value switch
        {
            < 1e3 => string.Create(CultureInfo.InvariantCulture, $"{value:0.##} B"),
            < 1e6 => string.Create(CultureInfo.InvariantCulture, $"{value / 1e3:0.##} kB"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{value / 1e6:0.##} MB"),
        },
        _ => Show(unit, value),
    };

    /// <summary>What an axis of such values is called.</summary>
    public static string Name(GrowthUnit unit) => unit switch
    {
        GrowthUnit.Nanoseconds => "time, logarithmic",
        GrowthUnit.Bytes => "memory, logarithmic",
        GrowthUnit.PerSecond => "operations a second, logarithmic",
        _ => "number, logarithmic",
    };
}
