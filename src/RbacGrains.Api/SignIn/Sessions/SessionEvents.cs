using Microsoft.AspNetCore.Authentication.Cookies;

namespace RbacGrains.Api;

/// <summary>Judges each cookie that could be read: whether its session still lives.</summary>
internal sealed class SessionEvents(SessionLife life) : CookieAuthenticationEvents
{
    /// <inheritdoc/>
    public override Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (SessionCookie.Read(context.Properties) is not { } session || life.IsOver(session.Id, session.Begun)) context.RejectPrincipal();
        return Task.CompletedTask;
    }
}
