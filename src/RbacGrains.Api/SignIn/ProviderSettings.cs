using System.Collections.Immutable;

namespace RbacGrains.Api;

/// <summary>The OpenID Connect provider at which people sign in, and the client that this service is to it.</summary>
/// <param name="Authority">Its issuer identifier: an https URL; in development also http on a loopback address.</param>
/// <param name="ClientId">The id of the client.</param>
/// <param name="ClientSecret">The secret of the client; null for a public client, which PKCE alone protects.</param>
/// <param name="SecretInBody">Whether the secret is sent in the body also where the provider would take it in a header.</param>
/// <param name="Scopes">What is asked for; <c>openid</c> is among it.</param>
/// <param name="UserClaim">The claim that is the user's id here. Default <c>sub</c>; <c>email</c> has to be verified.</param>
/// <param name="SignedOutUrl">Where the provider sends people whom it has signed out; null for nowhere.</param>
internal sealed record ProviderSettings(
    Uri Authority, string ClientId, string? ClientSecret, bool SecretInBody, ImmutableArray<string> Scopes, string UserClaim, string? SignedOutUrl)
{
    private const string OpenId = "openid";

    /// <summary>Does not name the secret.</summary>
    public override string ToString() => $"{nameof(ProviderSettings)} {{ {Authority} }}";

    /// <summary>Reads them.</summary>
    /// <returns>Null where no provider is named.</returns>
    public static ProviderSettings? Read(SettingReader reader, ServingPlace place)
    {
        var (authority, client, secret) = (reader.Text("SignIn:Authority"), reader.Text("SignIn:ClientId"), reader.Text("SignIn:ClientSecret"));
        var (claim, scopes) = (reader.Text("SignIn:UserClaim") ?? "sub", reader.Text("SignIn:Scopes"));
        var inBody = reader.Flag("SignIn:SecretInBody", false);
        var signedOut = reader.Text("SignIn:SignedOutUrl");
        if (authority is null && client is null && secret is null) return null;
        if (client is null) reader.Mistake("SignIn:ClientId", "is missing. Set it to the id under which the provider knows this service.");
        if (!Uri.TryCreate(authority, UriKind.Absolute, out var url) || !IsTrusted(url, place))
        {
            reader.Mistake("SignIn:Authority", $"is '{authority}'. It has to be the provider's issuer, an https URL; in development http on a loopback address will do.");
            return null;
        }

        if (signedOut is not null && !(Uri.TryCreate(signedOut, UriKind.Absolute, out var end) && end.Scheme is "https" or "http"))
            reader.Mistake("SignIn:SignedOutUrl", $"is '{signedOut}'. It has to be a URL that the provider knows for sign-outs.");
        string[] asked = [OpenId, .. (scopes ?? (claim is "email" ? "email" : "")).Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)];
        return new ProviderSettings(url, client ?? "", secret, inBody, [.. asked.Distinct(StringComparer.Ordinal)], claim, signedOut);
    }

    private static bool IsTrusted(Uri url, ServingPlace place) =>
        url is { Query: "", Fragment: "", UserInfo: "" }
        && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback && place.IsDevelopment));
}
