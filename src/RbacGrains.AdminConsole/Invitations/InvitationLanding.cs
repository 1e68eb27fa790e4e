namespace RbacGrains.AdminConsole;

/// <summary>Where the links of invitations lead: takes the token out of the address before anybody is asked to sign in.</summary>
internal sealed class InvitationLanding(RequestDelegate next, InvitationCookie cookie)
{
    /// <summary>Keeps the token and sends the browser on to the page, or passes the request on.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsGet(request.Method) || !request.Path.Equals(InvitationLink.Path, StringComparison.OrdinalIgnoreCase)
            || !request.Query.ContainsKey(InvitationLink.Token))
        {
            await next(context);
            return;
        }

        cookie.Keep(context, request.Query[InvitationLink.Token].ToString());
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = InvitationLink.Path;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
    }
}
