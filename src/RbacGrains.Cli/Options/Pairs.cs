namespace RbacGrains.Cli;

/// <summary>Reads <c>name=value</c>, as options take it several times.</summary>
internal static class Pairs
{
    /// <summary>A pair, cut at the first equals sign, which no id contains.</summary>
    public static (string Name, string Value) Read(string text, string option, string example)
    {
        var cut = text.IndexOf('=', StringComparison.Ordinal);
        return cut > 0 && cut < text.Length - 1
            ? (text[..cut], text[(cut + 1)..])
            : throw CliErrors.Usage($"{option} takes {example}, and not '{text}'.");
    }
}
