using System.Globalization;

namespace RbacGrains.Load;

/// <summary>Numbers as people read them.</summary>
internal static class Numbers
{
    /// <summary>A rate.</summary>
    public static string Rate(double perSecond) => perSecond switch
    {
        0 => "0",
        < 10 => perSecond.ToString("0.##", CultureInfo.InvariantCulture),
        _ => perSecond.ToString("N0", CultureInfo.InvariantCulture),
    };

    /// <summary>A count.</summary>
    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A number of bytes.</summary>
    public static string Bytes(double bytes) => bytes switch
    {
        < 1e3 => string.Create(CultureInfo.InvariantCulture, $"{bytes:0} B"),
        < 1e6 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e3:0.0} kB"),
        < 1e9 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.0} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e9:0.0} GB"),
    };

    /// <summary>How much of something there is: whole where it is not small.</summary>
    public static string Size(double size) => size.ToString(size < 100 ? "#,0.##" : "N0", CultureInfo.InvariantCulture);

    /// <summary>Errors by kind, most frequent first.</summary>
    public static string Errors(StepFigures figures) => figures.Errors.IsEmpty
        ? "none"
        : string.Join(", ", figures.Errors.OrderByDescending(error => error.Value).Select(error => $"{Count(error.Value)} {error.Key}"));

    /// <summary>A coordinate or length in a drawing.</summary>
    public static string Place(double place) => place.ToString("0.#", CultureInfo.InvariantCulture);
}
