using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Hosting;

namespace RbacGrains.Api;

/// <summary>Registers what signing in needs.</summary>
internal static class SignInServices
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddSignIn(this IServiceCollection services, SignInSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<EndedSessions>();
        services.AddSingleton<SessionLife>();
        services.AddSingleton<SessionEvents>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<SignInAnswers>();
        services.AddSingleton<SignInPages>();
        // First of all that starts: whoever reads the keys before would make their directory, open to everybody.
        services.Insert(0, ServiceDescriptor.Singleton<IHostedService, SignInStart>());
        KeepKeys(services.AddDataProtection().SetApplicationName("RbacGrains"), settings.KeyDirectory);
        var schemes = services.AddAuthentication(SessionCookie.Scheme).AddCookie(SessionCookie.Scheme, cookie => Configure(cookie, settings));
        if (settings.Development) services.AddSingleton<DevelopmentSignIn>();
        if (settings.Provider is not { } provider) return services;
        services.AddSingleton(provider);
        services.AddSingleton<ProviderClient>();
        services.AddSingleton<ProviderMetadata>();
        services.AddSingleton<IdToken>();
        services.AddSingleton<ProviderUser>();
        services.AddSingleton<ProviderEvents>();
        schemes.AddOAuth<ProviderOptions, ProviderHandler>(ProviderHandler.SchemeName, options =>
        {
            options.Configure(settings);
            options.EventsType = typeof(ProviderEvents);
        });
        return services;
    }

    private static void Configure(CookieAuthenticationOptions cookie, SignInSettings settings)
    {
        cookie.Cookie.Name = SessionCookie.Name(settings.SecureCookies);
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SecurePolicy = settings.SecureCookies ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.Path = "/";
        cookie.ExpireTimeSpan = settings.IdleTimeout;
        cookie.SlidingExpiration = true;
        cookie.LoginPath = SignInEndpoints.SignIn;
        cookie.ReturnUrlParameter = "return";
        cookie.EventsType = typeof(SessionEvents);
    }

    private static void KeepKeys(IDataProtectionBuilder protection, string? directory)
    {
        if (directory is null) protection.UseEphemeralDataProtectionProvider();
        else protection.PersistKeysToFileSystem(new DirectoryInfo(directory));
    }
}
