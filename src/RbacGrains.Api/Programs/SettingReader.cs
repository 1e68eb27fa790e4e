using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace RbacGrains.Api;

/// <summary>
/// Reads the settings below <c>Rbac</c> and gathers what is wrong with them, so that all of it is told at once. A key that
/// nobody has asked for is wrong, too: it is a misspelt one as a rule, and its default would apply in silence.
/// </summary>
internal sealed class SettingReader(IConfiguration configuration)
{
    private const string Root = "Rbac";

    private readonly SortedSet<string> _asked = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _mistakes = [];

    /// <summary>The keys that were asked for, as they are written in a JSON file: <c>Rbac:ClusterId</c>.</summary>
    public IReadOnlyCollection<string> Asked => _asked;

    /// <summary>A text; null when it is not there, or empty.</summary>
    public string? Text(string key)
    {
        _asked.Add($"{Root}:{key}");
        return configuration[$"{Root}:{key}"] is { Length: > 0 } text ? text : null;
    }

    /// <summary>A name of 1 to 100 letters, digits, hyphens, dots and underscores.</summary>
    public string Name(string key, string fallback)
    {
        var name = Text(key) ?? fallback;
        if (name.Length > 100 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_'))
            Mistake(key, $"is '{name}'. It has to be 1 to 100 letters, digits, hyphens, dots and underscores.");
        return name;
    }

    /// <summary>A whole number within bounds.</summary>
    public int Number(string key, int fallback, int least, int most)
    {
        if (Text(key) is not { } text) return fallback;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        Mistake(key, $"is '{text}'. It has to be a whole number from {least} to {most}.");
        return fallback;
    }

    /// <summary>A time within bounds, written as <c>00:00:05</c>.</summary>
    public TimeSpan Duration(string key, TimeSpan fallback, TimeSpan least, TimeSpan most)
    {
        if (Text(key) is not { } text) return fallback;
        // A number alone would be read as days, which is never meant.
        if (text.Contains(':', StringComparison.Ordinal)
            && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var duration) && duration >= least && duration <= most)
            return duration;
        Mistake(key, $"is '{text}'. It has to be a time from {least:c} to {most:c}, written like these.");
        return fallback;
    }

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public bool Flag(string key, bool fallback)
    {
        if (Text(key) is not { } text) return fallback;
        if (bool.TryParse(text, out var flag)) return flag;
        Mistake(key, $"is '{text}'. It has to be true or false.");
        return fallback;
    }

    /// <summary>Notes what is wrong with a setting.</summary>
    public void Mistake(string key, string what) => _mistakes.Add($"{Root}:{key} {what}");

    /// <summary>Ends the reading.</summary>
    /// <exception cref="ConfigurationException">Something was wrong; the message has a line for each mistake.</exception>
    public void Finish() => FinishWithin(Root);

    /// <summary>Ends the reading of a program that knows every key of some sections only.</summary>
    /// <param name="sections">The sections, as in <c>Rbac:SignIn</c>.</param>
    /// <exception cref="ConfigurationException">Something was wrong; the message has a line for each mistake.</exception>
    public void FinishWithin(params string[] sections)
    {
        var unknown = sections.SelectMany(section => configuration.GetSection(section).AsEnumerable())
            .Where(setting => setting.Value is not null && !_asked.Contains(setting.Key)).Select(setting => setting.Key);
        foreach (var key in unknown.Order(StringComparer.Ordinal))
            _mistakes.Add($"{key} is not a setting. Take it out, or correct its name; --help lists the settings.");
        if (_mistakes.Count > 0) throw new ConfigurationException(string.Join(Environment.NewLine, _mistakes));
    }
}
