using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using RbacGrains.Api;

namespace RbacGrains.AdminConsole;

/// <summary>
/// Lets only those with a session in: people without one are sent to sign in, and connections are refused. A connection also has to come from
/// a page of this service, since browsers let any page open one and add the cookie.
/// </summary>
internal sealed class ConsoleGate(RequestDelegate next, InvitationCookie invitation)
{
    /// <summary>Passes the request on, redirects or refuses it.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        var path = context.Request.Path;
        var isCircuit = path.StartsWithSegments(ConsolePaths.Circuit, StringComparison.OrdinalIgnoreCase);
        if (!isCircuit && (!path.StartsWithSegments(ConsolePaths.Home, StringComparison.OrdinalIgnoreCase)
            || path.StartsWithSegments(ConsolePaths.Assets, StringComparison.OrdinalIgnoreCase)))
        {
            await next(context);
            return;
        }

        var session = await context.AuthenticateAsync(SessionCookie.Scheme);
        if (session.Principal is not { } person || SessionCookie.Read(session.Properties) is not { } live)
        {
            if (SignInAnswers.IsPage(context.Request) && HttpMethods.IsGet(context.Request.Method))
                context.Response.Redirect(ConsolePaths.SignIn(path.ToUriComponent() + context.Request.QueryString.ToUriComponent()));
            else context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        if (isCircuit && !SameOrigin.IsOwn(context.Request, needsProof: true))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        context.User = Described(person, [.. SessionClaims.Of(live.Id, live.Begun), .. invitation.Read(context)]);
        await next(context);
    }

    // The connection outlives the request, and has to know which session it stands on, and which invitation was opened.
    private static ClaimsPrincipal Described(ClaimsPrincipal person, IEnumerable<Claim> claims) => new([.. person.Identities, new ClaimsIdentity(claims)]);
}
