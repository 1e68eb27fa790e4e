using Microsoft.Net.Http.Headers;

namespace RbacGrains.Api;

/// <summary>Chooses the format of an answer: by the parameter <c>format</c>, else by what the caller accepts.</summary>
internal static class Negotiation
{
    /// <summary>The chosen format.</summary>
    /// <param name="context">The request.</param>
    /// <param name="formats">The formats there are with their media types, the usual one first.</param>
    /// <exception cref="RequestException">The caller wants none of them.</exception>
    public static T Choose<T>(HttpContext context, params ReadOnlySpan<(T Format, string MediaType)> formats)
        where T : struct, Enum
    {
        if (QueryValues.Word<T>(context, "format") is { } named) return named;
        var accepted = context.Request.GetTypedHeaders().Accept;
        if (accepted.Count == 0) return formats[0].Format;
        foreach (var range in accepted.Where(range => range.Quality is not 0).OrderByDescending(range => range.Quality ?? 1))
            foreach (var (format, mediaType) in formats)
                if (new MediaTypeHeaderValue(mediaType).IsSubsetOf(range)) return format;
        throw new RequestException(new Problem(StatusCodes.Status406NotAcceptable, ProblemCodes.NotAcceptable,
            $"The answer can be had as {string.Join(", ", formats.ToArray().Select(format => format.MediaType))}. Accept one of them."));
    }
}
