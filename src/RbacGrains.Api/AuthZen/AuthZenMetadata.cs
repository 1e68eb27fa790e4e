using Microsoft.Extensions.Options;
using RbacGrains.Core;
using RbacGrains.Model;

namespace RbacGrains.Api;

/// <summary>
/// Says where the decision points are, without asking who wants to know: nothing in it depends on what there is. The path of an organization's
/// decision point stands behind the well-known one (RFC 8615).
/// </summary>
internal static class AuthZenMetadata
{
    private const string WellKnown = "/.well-known/authzen-configuration";

    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(WellKnown, (HttpContext context, IOptions<RbacApiOptions> options) => Answer(context, options.Value, ""))
            .ExcludeFromDescription();
        routes.MapGet(WellKnown + AuthZenEndpoints.OfOrganization, (HttpContext context, IOptions<RbacApiOptions> options, string org) =>
                Identifier.IsValid(org)
                    ? Answer(context, options.Value, $"/organizations/{Uri.EscapeDataString(org)}")
                    : new ProblemResult(Errors.InvalidId("an organization", org).ToProblem()))
            .ExcludeFromDescription();
    }

    /// <summary>Whether something can be the address of a decision point.</summary>
    public static bool IsBase(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
        && !address.AsSpan().ContainsAny('?', '#')
        && uri.UserInfo.Length == 0;

    private static IResult Answer(HttpContext context, RbacApiOptions options, string scope)
    {
        var root = options.PublicUrl?.TrimEnd('/') ?? $"{context.Request.Scheme}://{context.Request.Host}{context.Request.PathBase}";
        var access = $"{root}{scope}/access/v1";
        context.Response.Headers.CacheControl = "public, max-age=3600";
        return Answers.Json(
            new AuthZenMetadataJson(
                $"{root}{scope}",
                $"{access}/evaluation",
                $"{access}/evaluations",
                $"{access}/search/subject",
                $"{access}/search/resource",
                $"{access}/search/action"),
            ApiJson.Context.AuthZenMetadataJson);
    }
}
