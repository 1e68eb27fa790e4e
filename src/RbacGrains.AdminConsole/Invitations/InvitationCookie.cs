using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using RbacGrains.Api;

namespace RbacGrains.AdminConsole;

/// <summary>
/// Keeps the token of the invitation whose link somebody has opened, in a cookie of their browser that only this service can read, for as long
/// as signing in may take. The address is left without it, so that it is in no history, no log and no other site's hands.
/// </summary>
internal sealed class InvitationCookie(IDataProtectionProvider protection, SignInSettings settings)
{
    private const string Claim = "rbac.invitation";
    private const int LongestToken = 512;
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("RbacGrains.Invitation").ToTimeLimitedDataProtector();
    private readonly string _name = settings.SecureCookies ? "__Host-rbac-invitation" : "rbac-invitation";

    /// <summary>Keeps a token. What is too long to be one is kept as none.</summary>
    public void Keep(HttpContext context, string token) => context.Response.Cookies.Append(
        _name,
        _protector.Protect(token.Length <= LongestToken ? token : "", Lifetime),
        new CookieOptions
        {
            HttpOnly = true,
            Secure = settings.SecureCookies,
            SameSite = SameSiteMode.Lax,
            Path = "/",
            MaxAge = Lifetime,
            IsEssential = true,
        });

    /// <summary>The token as a claim of whoever sends the cookie; none without a cookie that can be read.</summary>
    public IEnumerable<Claim> Read(HttpContext context)
    {
        if (context.Request.Cookies[_name] is not { Length: > 0 } sealedToken) return [];
        try
        {
            return [new Claim(Claim, _protector.Unprotect(sealedToken))];
        }
        catch (CryptographicException)
        {
            return [];
        }
    }

    /// <summary>The token among somebody's claims; null where there is none.</summary>
    public static string? Find(ClaimsPrincipal person) => person.FindFirstValue(Claim);
}
