using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.WebUtilities;

namespace RbacGrains.Api;

/// <summary>Begins and ends sessions.</summary>
internal sealed class SignInPages(
    SignInSettings settings, EndedSessions ended, ProviderMetadata? metadata = null, DevelopmentSignIn? development = null)
{
    /// <summary>Sends a person to the provider; in development, asks who they are.</summary>
    public Task Begin(HttpContext context)
    {
        var back = LocalPath.Read(QueryValues.Text(context, "return"));
        if (settings.SecureCookies && !context.Request.IsHttps)
            throw new RequestException(new Problem(StatusCodes.Status403Forbidden, ProblemCodes.TlsRequired,
                "People sign in by https only. Where a proxy ends TLS, whoever runs this service has to name it in Rbac:TrustedProxies."));
        return development is not null
            ? development.Ask(context, back)
            : context.ChallengeAsync(ProviderHandler.SchemeName, new AuthenticationProperties { RedirectUri = back });
    }

    /// <summary>Ends the session, and says where the provider's own is ended.</summary>
    public async Task SignOut(HttpContext context)
    {
        SameOrigin.Require(context);
        var session = await context.AuthenticateAsync(SessionCookie.Scheme);
        if (SessionCookie.Read(session.Properties) is { } live) ended.End(live.Id, live.Begun);
        await context.SignOutAsync(SessionCookie.Scheme);
        var url = session.Principal?.FindFirstValue(ClaimTypes.AuthenticationMethod) == SessionCookie.ByProvider ? await ProviderUrl(context) : null;
        if (!SignInAnswers.IsPage(context.Request))
            await Answers.Json(new SignedOutJson(url), ApiJson.Context.SignedOutJson).ExecuteAsync(context);
        else if (url is null) await SignInAnswers.Write(context, "Signed out", "<p><a href=\"/signin\">Sign in</a></p>");
        else
        {
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = url;
        }
    }

    // OpenID Connect RP-Initiated Logout 1.0. The session here has ended, whether or not the provider can be asked where its own does.
    private async Task<string?> ProviderUrl(HttpContext context)
    {
        try
        {
            if (metadata is null || (await metadata.Get(context.RequestAborted)).EndSessionEndpoint is not { } endpoint) return null;
            var query = new Dictionary<string, string?> { ["client_id"] = settings.Provider!.ClientId };
            if (settings.Provider.SignedOutUrl is { } back) query["post_logout_redirect_uri"] = back;
            return QueryHelpers.AddQueryString(endpoint.AbsoluteUri, query);
        }
        catch (SignInException)
        {
            return null;
        }
    }
}
