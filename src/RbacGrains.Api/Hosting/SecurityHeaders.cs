using Microsoft.Extensions.Primitives;

namespace RbacGrains.Api;

/// <summary>
/// Tells browsers with every answer how little they may do with it (OWASP's list of headers). Answers are data: none of them loads, frames or runs
/// anything, and nothing keeps them. An endpoint that is a page says otherwise by a <see cref="ContentPolicy"/>.
/// </summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    private static readonly StringValues NoSniff = "nosniff";
    private static readonly StringValues Deny = "DENY";
    private static readonly StringValues NoReferrer = "no-referrer";
    private static readonly StringValues SameOrigin = "same-origin";
    private static readonly StringValues NoFeatures = "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()";
    private static readonly StringValues NoStore = "no-store";
    private static readonly StringValues OneYear = "max-age=31536000";

    /// <summary>Adds them, and passes the request on.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = NoSniff;
        headers.ContentSecurityPolicy = (context.GetEndpoint()?.Metadata.GetMetadata<ContentPolicy>() ?? ContentPolicy.Nothing).Value;
        headers.XFrameOptions = Deny;
        headers["Referrer-Policy"] = NoReferrer;
        headers["Cross-Origin-Opener-Policy"] = SameOrigin;
        headers["Cross-Origin-Resource-Policy"] = SameOrigin;
        headers["Permissions-Policy"] = NoFeatures;
        // Decisions and secrets alike; a resource with an ETag says itself how it may be kept.
        headers.CacheControl = NoStore;
        // A browser that has a loopback name by TLS once could otherwise never have it without (RFC 6797, 8.3 spares addresses only).
        if (context.Request.IsHttps && context.Request.Host.Host != "localhost") headers.StrictTransportSecurity = OneYear;
        return next(context);
    }
}
