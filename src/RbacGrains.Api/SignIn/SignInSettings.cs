namespace RbacGrains.Api;

/// <summary>How people sign in. Section <c>Rbac:SignIn</c>.</summary>
/// <param name="Provider">The OpenID Connect provider; null for none.</param>
/// <param name="Development">Whether people say who they are, and are believed.</param>
/// <param name="KeyDirectory">Where the keys of cookies and the ended sessions are kept; null for this process only.</param>
/// <param name="IdleTimeout">How long a session lives without a request. Default 1 h, from 1 min to 7 d.</param>
/// <param name="Lifetime">How long a session lives at most. Default 12 h, from 1 min to 30 d.</param>
/// <param name="SecureCookies">Whether cookies are for TLS only: always, but in development on plain loopback addresses.</param>
internal sealed record SignInSettings(
    ProviderSettings? Provider, bool Development, string? KeyDirectory, TimeSpan IdleTimeout, TimeSpan Lifetime, bool SecureCookies)
{
    /// <summary>The section.</summary>
    public const string Section = "Rbac:SignIn";

    /// <summary>Whether there is a way to sign in.</summary>
    public bool IsOffered => Provider is not null || Development;

    /// <summary>Reads them.</summary>
    /// <param name="reader">The settings.</param>
    /// <param name="place">Where the program serves.</param>
    /// <param name="demo">Whether the program is tried out, so that the development sign-in is wanted where it may be.</param>
    public static SignInSettings Read(SettingReader reader, ServingPlace place, bool demo)
    {
        var provider = ProviderSettings.Read(reader, place);
        var asked = reader.Flag("SignIn:Development", false);
        if (asked && place.DevelopmentObstacle is { } obstacle)
            reader.Mistake("SignIn:Development", $"is true, but {obstacle}. It lets anybody be anybody; take it out.");
        if (asked && provider is not null)
            reader.Mistake("SignIn:Development", "is true, but Rbac:SignIn:Authority names a provider. Take one of the two out.");
        return new SignInSettings(
            provider,
            asked || (demo && provider is null && place.DevelopmentObstacle is null),
            reader.Text("SignIn:KeyDirectory") is { } directory ? Path.GetFullPath(directory) : null,
            reader.Duration("SignIn:IdleTimeout", TimeSpan.FromHours(1), TimeSpan.FromMinutes(1), TimeSpan.FromDays(7)),
            reader.Duration("SignIn:Lifetime", TimeSpan.FromHours(12), TimeSpan.FromMinutes(1), TimeSpan.FromDays(30)),
            SecureCookies: place.DevelopmentObstacle is not null || place.ServesTls);
    }
}
