using System.Globalization;

namespace RbacGrains.Load;

/// <summary>Load shapes as they are written on a command line.</summary>
public static class ShapeText
{
    /// <summary>What can be written.</summary>
    public const string Forms =
        "closed:64 (so many at once), closed:1..64 (more and more at once), rate:2000 (so many a second), ramp:100..5000 (more and more a second)";

    private const int MostCopies = 100_000;
    private const double MostPerSecond = 10_000_000;

    /// <summary>Reads a shape.</summary>
    /// <param name="text">One of <see cref="Forms"/>.</param>
    /// <param name="duration">For how long it lasts.</param>
    /// <returns>The shape; or null, and what is wrong with the text.</returns>
    public static (LoadShape? Shape, string? Mistake) Read(string text, TimeSpan duration)
    {
        ArgumentNullException.ThrowIfNull(text);
        var place = text.IndexOf(':', StringComparison.Ordinal);
        var numbers = place < 0 ? [] : text[(place + 1)..].Split("..");
        return (place < 0 ? text : text[..place], numbers.Length) switch
        {
            ("closed", 1) => Copies(numbers[0]) is { } copies ? (new ClosedLoop(copies, duration), null) : Wrong(text, Bounds.Copies),
            ("closed", 2) => (Copies(numbers[0]), Copies(numbers[1])) is ({ } first, { } last)
                ? (new RampingCopies(first, last, duration), null)
                : Wrong(text, Bounds.Copies),
            ("rate", 1) => Rate(numbers[0]) is { } rate ? (new ConstantRate(rate, duration), null) : Wrong(text, Bounds.Rate),
            ("ramp", 2) => (Rate(numbers[0]), Rate(numbers[1])) is ({ } first, { } last)
                ? (new RampingRate(first, last, duration), null)
                : Wrong(text, Bounds.Rate),
            _ => Wrong(text, $"It has to be one of {Forms}."),
        };
    }

    private static (LoadShape? Shape, string? Mistake) Wrong(string text, string why) => (null, $"The load shape '{text}' cannot be read. {why}");

    private static int? Copies(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var copies) && copies is >= 1 and <= MostCopies ? copies : null;

    private static double? Rate(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate) && rate is >= 0.01 and <= MostPerSecond
            ? rate
            : null;

    private static class Bounds
    {
        public const string Copies = "How many are at once is a whole number from 1 to 100,000, without separators.";
        public const string Rate = "A rate is from 0.01 to 10,000,000 a second, without separators.";
    }
}
