using System.Text;

namespace RbacGrains.Cli;

/// <summary>Whom to ask, and as whom.</summary>
/// <param name="Server">The server's address, which ends in a slash.</param>
/// <param name="Key">The API key; null to ask without one.</param>
/// <param name="Actor">The user on whose behalf to act; null for nobody.</param>
internal sealed record ServerConnection(Uri Server, string? Key, string? Actor)
{
    /// <summary>Reads an address as people write it.</summary>
    public static Uri ReadAddress(string text) =>
        Uri.TryCreate(text.EndsWith('/') ? text : text + "/", UriKind.Absolute, out var address)
        && address.Scheme is "http" or "https" && address.Query.Length == 0 && address.Fragment.Length == 0
            ? address
            : throw CliErrors.Usage($"'{text}' is no address of a server. Write one like http://127.0.0.1:5080.");

    /// <summary>Reads a key, whose file may end in a line feed.</summary>
    public static string ReadKey(string text, string source)
    {
        var key = text.Trim();
        return key.Length > 0 && key.All(character => character is > ' ' and <= '~')
            ? key
            : throw CliErrors.Usage($"{source} holds no API key: a key is one line of visible ASCII characters.");
    }

    /// <summary>Makes what sends requests over the network.</summary>
    public static HttpMessageHandler NewHandler() => new SocketsHttpHandler
    {
        // Following one would send a change again, or the key elsewhere.
        AllowAutoRedirect = false,
        UseCookies = false,
        // Reasons are sentences in any language; the server reads headers so.
        RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8,
    };
}
