using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;

namespace RbacGrains.Api;

/// <summary>What the cookie of a session says: who, since when, and how they have signed in. It is encrypted and sealed by Data Protection.</summary>
internal static class SessionCookie
{
    /// <summary>The scheme's name.</summary>
    public const string Scheme = "session";

    /// <summary>How somebody signed in: by the provider.</summary>
    public const string ByProvider = "provider";

    /// <summary>How somebody signed in: by saying who they are.</summary>
    public const string ByDevelopment = "development";

    private const string Id = "rbac.session";
    private const string Begun = "rbac.begun";
    private const int IdBytes = 16;

    /// <summary>What the cookie is called. With the prefix, browsers take it from this very host by TLS only (RFC 6265bis, 4.1.3.2).</summary>
    public static string Name(bool secure) => secure ? "__Host-rbac-session" : "rbac-session";

    /// <summary>The person, as a principal.</summary>
    /// <param name="user">The user.</param>
    /// <param name="method">How they have signed in.</param>
    /// <param name="email">The e-mail address that they have proved by it; null for none.</param>
    public static ClaimsPrincipal Principal(string user, string method, string? email)
    {
        Claim[] claims = [new(ClaimTypes.NameIdentifier, user), new(ClaimTypes.Name, user), new(ClaimTypes.AuthenticationMethod, method)];
        return new(new ClaimsIdentity(email is null ? claims : [.. claims, new Claim(ClaimTypes.Email, email)], Scheme));
    }

    /// <summary>Begins a session.</summary>
    /// <param name="properties">What the cookie will carry beside the person.</param>
    /// <param name="now">The present time.</param>
    public static AuthenticationProperties Begin(AuthenticationProperties properties, DateTimeOffset now)
    {
        properties.Items[Id] = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes));
        properties.Items[Begun] = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return properties;
    }

    /// <summary>The session's id and when it was begun; null for a cookie that is none of a session.</summary>
    public static (string Id, DateTimeOffset Begun)? Read(AuthenticationProperties? properties) =>
        properties?.Items.TryGetValue(Id, out var id) is true && id is not null
        && properties.Items.TryGetValue(Begun, out var text) && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var begun)
            ? (id, DateTimeOffset.FromUnixTimeSeconds(begun)) : null;
}
