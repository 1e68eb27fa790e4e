using Microsoft.AspNetCore.Authentication.OAuth;

namespace RbacGrains.Api;

/// <summary>What the framework's handler is told of the provider; the rest comes from the provider's document.</summary>
internal sealed class ProviderOptions : OAuthOptions
{
    /// <summary>Where the provider sends people back to.</summary>
    public const string Callback = "/signin/callback";

    // The framework wants addresses before there are any; these lead nowhere (RFC 6761, 6.4), and are never used.
    private const string Discovered = "https://discovered.invalid/";

    /// <summary>How long somebody may take at the provider.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>What applies to every provider.</summary>
    public ProviderOptions()
    {
        AuthorizationEndpoint = Discovered;
        TokenEndpoint = Discovered;
        CallbackPath = Callback;
        UsePkce = true;
        SaveTokens = false;
        RemoteAuthenticationTimeout = Patience;
    }

    /// <summary>Takes the settings.</summary>
    public void Configure(SignInSettings settings)
    {
        var provider = settings.Provider!;
        ClientId = provider.ClientId;
        // Sent by ProviderClient, which knows of clients without one.
        ClientSecret = provider.ClientSecret ?? "none";
        SignInScheme = SessionCookie.Scheme;
        Scope.Clear();
        foreach (var scope in provider.Scopes) Scope.Add(scope);
        CorrelationCookie.Name = settings.SecureCookies ? "__Host-rbac-signin." : "rbac-signin.";
        CorrelationCookie.SecurePolicy = settings.SecureCookies ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        CorrelationCookie.SameSite = SameSiteMode.Lax;
        CorrelationCookie.HttpOnly = true;
        CorrelationCookie.Path = "/";
    }
}
