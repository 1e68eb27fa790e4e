using System.Globalization;

namespace RbacGrains.Load.Scenarios;

/// <summary>Durations as they are written on a command line.</summary>
internal static class DurationText
{
    /// <summary>Reads one.</summary>
    /// <param name="option">Whose value it is.</param>
    /// <param name="text">A number with ms, s or m; seconds where nothing is said.</param>
    /// <param name="least">The shortest.</param>
    /// <exception cref="ArgumentException">It cannot be read, or is shorter, or longer than a day.</exception>
    public static TimeSpan Read(string option, string text, TimeSpan least)
    {
        var (number, seconds) = text switch
        {
            _ when text.EndsWith("ms", StringComparison.Ordinal) => (text[..^2], 0.001),
            _ when text.EndsWith('s') => (text[..^1], 1),
            _ when text.EndsWith('m') => (text[..^1], 60),
            _ => (text, 1.0),
        };
        if (double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value * seconds <= 86_400)
        {
            var duration = TimeSpan.FromSeconds(value * seconds);
            if (duration >= least) return duration;
        }
        throw new ArgumentException($"{option} is '{text}'; it has to be a duration such as 500ms, 20s or 2m, from {least.TotalSeconds:0.###} s to a day.");
    }
}
