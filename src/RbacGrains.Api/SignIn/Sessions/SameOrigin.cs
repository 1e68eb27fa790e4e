namespace RbacGrains.Api;

/// <summary>
/// Tells whether a browser sent a request for a page of this service itself. Cookies come with requests that any page has caused; by what a
/// browser says of the causing page, and no page can change (Fetch Metadata; RFC 6454), they are told apart.
/// </summary>
internal static class SameOrigin
{
    private const string FetchSite = "Sec-Fetch-Site";

    /// <summary>Refuses what another site's page has caused, and, of requests that do more than read, what cannot be told.</summary>
    /// <exception cref="RequestException">It is refused.</exception>
    public static void Require(HttpContext context)
    {
        if (!IsOwn(context.Request, DoesMore(context)))
            throw new RequestException(new Problem(StatusCodes.Status403Forbidden, ProblemCodes.CrossSiteRequest,
                "A session is used by the pages of this service only. Send the request from one of them, or with a key instead of the cookie."));
    }

    /// <summary>Whether a request comes from a page of this service.</summary>
    /// <param name="request">The request.</param>
    /// <param name="needsProof">Whether one that says nothing of where it comes from does not.</param>
    public static bool IsOwn(HttpRequest request, bool needsProof)
    {
        var site = request.Headers[FetchSite].ToString();
        // "none" is a person who has typed the address; nobody can make them do more than read by that.
        if (site.Length > 0) return site == "same-origin" || (site == "none" && !needsProof);
        var origin = request.Headers.Origin.ToString();
        return origin.Length > 0 ? IsOwnOrigin(request, origin) : !needsProof;
    }

    private static bool IsOwnOrigin(HttpRequest request, string origin) =>
        string.Equals(origin, $"{request.Scheme}://{request.Host.Value}", StringComparison.OrdinalIgnoreCase);

    private static bool DoesMore(HttpContext context) =>
        !(HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        || context.GetEndpoint()?.Metadata.GetMetadata<NeedsSameOrigin>() is not null;
}

/// <summary>Marks endpoints that are read, and still need proof of a page of this service: a stream is held, not just answered.</summary>
internal sealed record NeedsSameOrigin;
