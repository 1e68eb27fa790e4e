using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using RbacGrains.Core;

namespace RbacGrains.Api;

/// <summary>Finds out who calls by the cookie of a session.</summary>
internal sealed class Sessions(SignInSettings settings)
{
    private readonly string _cookie = SessionCookie.Name(settings.SecureCookies);

    /// <summary>The caller; null without a session that lives.</summary>
    /// <exception cref="RequestException">The request comes from another site's page, or wants to act for somebody else.</exception>
    public async ValueTask<Caller?> Find(HttpContext context)
    {
        // A long cookie comes in parts, all named by the first.
        if (context.Request.Headers.Cookie.Count == 0 || !context.Request.Cookies.ContainsKey(_cookie)) return null;
        SameOrigin.Require(context);
        var session = await context.AuthenticateAsync(SessionCookie.Scheme);
        if (session.Principal?.FindFirstValue(ClaimTypes.NameIdentifier) is not { } user) return null;
        if (context.Request.Headers.ContainsKey(Authentication.ActorHeader))
            throw new RequestException(new Problem(StatusCodes.Status403Forbidden, ErrorCodes.PermissionDenied,
                $"Whoever has signed in acts for themselves. Leave out {Authentication.ActorHeader}."));
        context.Features.Set(new SignedIn(
            session.Principal.FindFirstValue(ClaimTypes.AuthenticationMethod) ?? "", session.Principal.FindFirstValue(ClaimTypes.Email)));
        return new Caller(user);
    }
}

/// <summary>Notes that a request was made with a session.</summary>
/// <param name="By">How the person signed in: one of the words of <see cref="SessionCookie"/>.</param>
/// <param name="Email">The e-mail address that the person has proved by it; null for none.</param>
internal sealed record SignedIn(string By, string? Email);
