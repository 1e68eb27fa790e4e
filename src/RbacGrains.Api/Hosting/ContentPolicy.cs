using Microsoft.Extensions.Primitives;

namespace RbacGrains.Api;

/// <summary>What the pages of an endpoint may load and do (Content Security Policy, level 3). Metadata of endpoints; without it, nothing.</summary>
/// <param name="Value">The policy.</param>
internal sealed record ContentPolicy(StringValues Value)
{
    /// <summary>Data, not a page.</summary>
    public static readonly ContentPolicy Nothing = new("default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");

    /// <summary>A page that sends a form to this service, and nothing else.</summary>
    public static readonly ContentPolicy Form = new("default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
}
