using Microsoft.AspNetCore.Authentication.Cookies;

namespace RbacGrains.Api;

/// <summary>Judges each cookie that could be read: whether its session still lives.</summary>
internal sealed class SessionEvents(SignInSettings settings, EndedSessions ended, TimeProvider clock) : CookieAuthenticationEvents
{
    /// <inheritdoc/>
    public override Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var session = SessionCookie.Read(context.Properties);
        if (session is not { } live || clock.GetUtcNow() >= live.Begun + settings.Lifetime || ended.Contains(live.Id))
            context.RejectPrincipal();
        return Task.CompletedTask;
    }

}
