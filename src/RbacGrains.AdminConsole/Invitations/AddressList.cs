using System.Collections.Immutable;
using System.Net.Mail;

namespace RbacGrains.AdminConsole;

/// <summary>
/// The e-mail addresses in a text as people paste it: one after the other with commas, semicolons, tabs or line ends between them, each bare or
/// behind a name (<c>Ada Lovelace &lt;ada@example.com&gt;</c>).
/// </summary>
/// <param name="Addresses">The addresses, each once, letter case aside, in their order.</param>
/// <param name="Invalid">What is none, and why.</param>
/// <param name="Repeated">How often an address came again.</param>
public sealed record AddressList(ImmutableArray<string> Addresses, ImmutableArray<InvalidAddress> Invalid, int Repeated)
{
    /// <summary>The most addresses that are taken at once.</summary>
    public const int Most = 10_000;

    /// <summary>The most bytes of a text that are taken: many more than so many addresses have.</summary>
    public const int MostBytes = 2 * 1024 * 1024;

    private const int LongestAddress = 254;
    private const int LongestShown = 80;

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="domains">The domains that the organization admits; empty for every one.</param>
    public static AddressList Read(string text, ImmutableArray<string> domains)
    {
        ArgumentNullException.ThrowIfNull(text);
        var addresses = ImmutableArray.CreateBuilder<string>();
        var invalid = ImmutableArray.CreateBuilder<InvalidAddress>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var repeated = 0;
        foreach (var entry in Entries(text))
        {
            var address = Bare(entry);
            if (Obstacle(address, domains) is { } why) invalid.Add(new InvalidAddress(Shorten(entry), why));
            else if (seen.Add(address)) addresses.Add(address);
            else repeated++;
        }

        return new AddressList(addresses.ToImmutable(), invalid.ToImmutable(), repeated);
    }

    // Names may have commas in them when they are quoted: "Lovelace, Ada" <ada@example.com>.
    private static IEnumerable<string> Entries(string text)
    {
        var start = 0;
        var isQuoted = false;
        for (var at = 0; at <= text.Length; at++)
        {
            var sign = at < text.Length ? text[at] : '\n';
            if (sign == '"') isQuoted = !isQuoted;
            // A quotation mark that nobody closes ends with its line.
            if (sign is '\n' or '\r') isQuoted = false;
            if (isQuoted || sign is not (',' or ';' or '\n' or '\r' or '\t')) continue;
            var entry = text[start..at].Trim();
            start = at + 1;
            if (entry.Length == 0) continue;
            // Bare addresses with blanks between them are several; anything else with a blank is one.
            var words = entry.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (words.Length > 1 && words.All(word => word.Contains('@', StringComparison.Ordinal) && !word.Contains('<', StringComparison.Ordinal)))
                foreach (var word in words) yield return word;
            else yield return entry;
        }
    }

    private static string Bare(string entry)
    {
        var open = entry.LastIndexOf('<');
        return open >= 0 && entry.EndsWith('>') ? entry[(open + 1)..^1].Trim() : entry;
    }

    private static string? Obstacle(string address, ImmutableArray<string> domains)
    {
        var at = address.LastIndexOf('@');
        if (at < 0) return "There is no @ in it.";
        if (at == 0) return "Nothing stands before the @.";
        if (at == address.Length - 1) return "Nothing stands after the @.";
        if (address.Any(char.IsWhiteSpace)) return "There is a blank in it.";
        if (address.Length > LongestAddress) return $"It is longer than {LongestAddress} characters.";
        if (address.AsSpan(0, at).Contains('@')) return "There is more than one @ in it.";
        if (!MailAddress.TryCreate(address, out var parsed) || parsed.Address != address) return "It is not written as an address is.";
        return domains.IsEmpty || domains.Contains(address[(at + 1)..], StringComparer.OrdinalIgnoreCase)
            ? null
            : $"This organization admits addresses of {string.Join(", ", domains)} only.";
    }

    private static string Shorten(string text) => text.Length <= LongestShown ? text : string.Concat(text.AsSpan(0, LongestShown), "…");
}

/// <summary>What stands among addresses and is none.</summary>
/// <param name="Text">What.</param>
/// <param name="Why">What is wrong with it.</param>
public sealed record InvalidAddress(string Text, string Why);
