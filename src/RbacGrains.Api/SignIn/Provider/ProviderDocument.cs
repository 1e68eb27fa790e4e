using System.Text.Json;

namespace RbacGrains.Api;

/// <summary>What a provider says of itself (OpenID Connect Discovery 1.0).</summary>
/// <param name="Issuer">Its identifier, to the letter.</param>
/// <param name="AuthorizationEndpoint">Where people are sent.</param>
/// <param name="TokenEndpoint">Where codes are exchanged.</param>
/// <param name="Keys">Where the keys of its signatures are.</param>
/// <param name="UserInfoEndpoint">Where more is said of the user; null for nowhere.</param>
/// <param name="EndSessionEndpoint">Where people are signed out (RP-Initiated Logout 1.0); null for nowhere.</param>
/// <param name="NamesIssuer">Whether it names itself in what it sends people back with (RFC 9207).</param>
/// <param name="SecretInBody">Whether it takes the client's secret in the body only.</param>
internal sealed record ProviderDocument(
    string Issuer,
    Uri AuthorizationEndpoint,
    Uri TokenEndpoint,
    Uri Keys,
    Uri? UserInfoEndpoint,
    Uri? EndSessionEndpoint,
    bool NamesIssuer,
    bool SecretInBody)
{
    private const string Basic = "client_secret_basic";
    private const string Post = "client_secret_post";

    /// <summary>Reads it.</summary>
    /// <param name="json">The document.</param>
    /// <param name="authority">Who it has to be of.</param>
    /// <exception cref="SignInException">It is not of that provider, or lacks what is needed.</exception>
    public static ProviderDocument Read(JsonElement json, Uri authority)
    {
        var issuer = Text(json, "issuer");
        // The slash at the end is all that may differ, since people leave it out; from here on it is the provider's own spelling that counts.
        if (issuer is null || issuer.TrimEnd('/') != authority.OriginalString.TrimEnd('/'))
            throw SignInException.Unavailable($"the document of '{authority}' is of the issuer '{issuer}'");
        return new ProviderDocument(
            issuer,
            Required(json, "authorization_endpoint", authority),
            Required(json, "token_endpoint", authority),
            Required(json, "jwks_uri", authority),
            Optional(json, "userinfo_endpoint", authority),
            Optional(json, "end_session_endpoint", authority),
            json.TryGetProperty("authorization_response_iss_parameter_supported", out var names) && names.ValueKind == JsonValueKind.True,
            json.TryGetProperty("token_endpoint_auth_methods_supported", out var methods) && Has(methods, Post) && !Has(methods, Basic));
    }

    private static Uri Required(JsonElement json, string name, Uri authority) =>
        Optional(json, name, authority) ?? throw SignInException.Unavailable($"the document of '{authority}' has no {name}");

    // What is fetched or opened has to be as safe as the provider itself.
    private static Uri? Optional(JsonElement json, string name, Uri authority) => Text(json, name) is not { } text
        ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == authority.Scheme && url.IsLoopback))
            ? url
            : throw SignInException.Unavailable($"the {name} of '{authority}' is no https URL");

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static bool Has(JsonElement list, string word) =>
        list.ValueKind == JsonValueKind.Array && list.EnumerateArray().Any(one => one.ValueKind == JsonValueKind.String && one.ValueEquals(word));
}
