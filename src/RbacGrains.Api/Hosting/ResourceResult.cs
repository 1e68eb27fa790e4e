namespace RbacGrains.Api;

/// <summary>Answers with a resource and its ETag; a caller who reads, and has that version already, is told so instead.</summary>
internal sealed class ResourceResult(IResult body, string etag, bool canBeHeld = true) : IResult
{
    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        response.Headers.ETag = etag;
        if (!HttpMethods.IsGet(request.Method)) return body.ExecuteAsync(httpContext);
        response.Headers.CacheControl = "private, no-cache";
        if (!canBeHeld || !IsHeld(request.Headers.IfNoneMatch.ToString())) return body.ExecuteAsync(httpContext);
        response.StatusCode = StatusCodes.Status304NotModified;
        return Task.CompletedTask;
    }

    // If-None-Match compares weakly: a proxy may have put W/ before the tag.
    private bool IsHeld(string held) =>
        held.Length > 0 && held.Split(',', StringSplitOptions.TrimEntries).Any(tag =>
            tag == "*" || string.Equals(tag.StartsWith("W/", StringComparison.Ordinal) ? tag[2..] : tag, etag, StringComparison.Ordinal));
}
