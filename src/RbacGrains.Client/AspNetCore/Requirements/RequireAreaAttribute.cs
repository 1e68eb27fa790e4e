using Microsoft.AspNetCore.Authorization;

namespace RbacGrains.Client;

/// <summary>Lets in whoever has at least a level in an area; otherwise as <see cref="RequireActionAttribute"/>.</summary>
/// <param name="area">An area or sub-area, as in <c>knowledge/faqs</c>.</param>
/// <param name="level">One of <see cref="Client.Level"/>, or another level of the organization's model; not <c>none</c>.</param>
/// <exception cref="ArgumentException">They cannot be an area and a level, or the level is <c>none</c>.</exception>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface | AttributeTargets.Method, AllowMultiple = true)]
public sealed class RequireAreaAttribute(string area, string level) : AuthorizeAttribute(ActionPolicies.NameOf(ActionWord.Of(area, level)))
{
    /// <summary>The area.</summary>
    public string Area { get; } = area;

    /// <summary>The least level.</summary>
    public string Level { get; } = level;
}
