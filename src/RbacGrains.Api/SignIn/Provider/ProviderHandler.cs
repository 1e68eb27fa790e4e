using System.Buffers.Text;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace RbacGrains.Api;

/// <summary>
/// Signs people in at an OpenID Connect provider: authorization code and PKCE as the framework's OAuth handler does them, and what OpenID Connect
/// adds: the provider's document, the issuer in its answer (RFC 9207), the nonce and the ID token.
/// </summary>
internal sealed class ProviderHandler(
    IOptionsMonitor<ProviderOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    ProviderMetadata metadata,
    ProviderClient client,
    IdToken idTokens,
    ProviderUser users,
    RequestLimits limits) : OAuthHandler<ProviderOptions>(options, logger, encoder)
{
    /// <summary>The scheme's name.</summary>
    public const string SchemeName = "provider";

    private const string Nonce = "rbac.nonce";
    private const int NonceBytes = 32;
    private static readonly string[] Parameters = ["state", "code", "error", "iss"];

    private ProviderDocument? _provider;

    /// <inheritdoc/>
    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        _provider = await metadata.Get(Context.RequestAborted);
        properties.IssuedUtc = TimeProvider.GetUtcNow();
        properties.Items[Nonce] = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(NonceBytes));
        await base.HandleChallengeAsync(properties);
    }

    /// <inheritdoc/>
    protected override string BuildChallengeUrl(AuthenticationProperties properties, string redirectUri)
    {
        var query = QueryHelpers.ParseQuery(new Uri(base.BuildChallengeUrl(properties, redirectUri)).Query);
        query["nonce"] = properties.Items[Nonce];
        return QueryHelpers.AddQueryString(_provider!.AuthorizationEndpoint.AbsoluteUri, query);
    }

    /// <inheritdoc/>
    protected override async Task<HandleRequestResult> HandleRemoteAuthenticateAsync()
    {
        limits.RequireAnonymous(Context.Connection.RemoteIpAddress);
        if (Parameters.Any(name => Request.Query[name].Count > 1) || Options.StateDataFormat.Unprotect(Request.Query["state"]) is not { } begun
            || begun.IssuedUtc is not { } at || TimeProvider.GetUtcNow() - at > ProviderOptions.Patience)
            throw SignInException.State();
        _provider = await metadata.Get(Context.RequestAborted);
        var issuer = Request.Query["iss"].ToString();
        if (issuer.Length == 0 ? _provider.NamesIssuer : issuer != _provider.Issuer)
            throw SignInException.Invalid($"the answer is of the issuer '{issuer}'");
        return await base.HandleRemoteAuthenticateAsync();
    }

    /// <inheritdoc/>
    protected override bool ValidateCorrelationId(AuthenticationProperties properties) =>
        base.ValidateCorrelationId(properties) ? true : throw SignInException.NotBegunHere();

    /// <inheritdoc/>
    protected override async Task<OAuthTokenResponse> ExchangeCodeAsync(OAuthCodeExchangeContext context)
    {
        if (!context.Properties.Items.TryGetValue(OAuthConstants.CodeVerifierKey, out var verifier) || verifier is null) throw SignInException.State();
        return OAuthTokenResponse.Success(await client.Exchange(_provider!, context.Code, context.RedirectUri, verifier, Context.RequestAborted));
    }

    /// <inheritdoc/>
    protected override async Task<AuthenticationTicket> CreateTicketAsync(
        ClaimsIdentity identity, AuthenticationProperties properties, OAuthTokenResponse response)
    {
        var claims = await idTokens.Read(Text(response, "id_token"), properties.Items[Nonce] ?? "", Context.RequestAborted);
        var (user, email) = await users.Find(claims, response.AccessToken, Context.RequestAborted);
        var session = SessionCookie.Begin(new AuthenticationProperties { RedirectUri = properties.RedirectUri }, TimeProvider.GetUtcNow());
        return new AuthenticationTicket(SessionCookie.Principal(user, SessionCookie.ByProvider, email), session, Scheme.Name);
    }

    private static string? Text(OAuthTokenResponse response, string name) =>
        response.Response!.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
