using System.Collections.Frozen;

namespace RbacGrains.Api.Tests.Security;

/// <summary>What answers without a key, or is not in the OpenAPI document, and why.</summary>
internal static class OpenEndpoints
{
    /// <summary>Documented operations that take no key.</summary>
    public static FrozenDictionary<string, string> Operations { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Live"] = "Asked by whoever keeps the process running; says nothing but that it lives.",
        ["Ready"] = "Asked by load balancers; says nothing of any tenant.",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Paths that the document does not have.</summary>
    public static FrozenDictionary<string, string> Paths { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["/openapi/{documentName}.json"] = "The document itself: the same for everybody.",
        ["/.well-known/authzen-configuration"] = "Discovery (AuthZEN): addresses, the same for everybody.",
        ["/.well-known/authzen-configuration/organizations/{org}"] = "Discovery (AuthZEN): addresses made of the name that was asked for, whether or not there is one.",
        ["/v1/organizations/{org}/actions/{area}/{action}/members"] = "ListWhoCan for whoever leaves the slash of an area as it is.",
        ["/v1/organizations/{org}/resources/{area}/{type}/{id}"] = "GetResource, PutResource and RemoveResource, likewise.",
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
