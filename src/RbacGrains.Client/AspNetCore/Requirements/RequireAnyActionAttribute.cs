using System.Collections.Immutable;
using Microsoft.AspNetCore.Authorization;

namespace RbacGrains.Client;

/// <summary>Lets in whoever may do one of several things; otherwise as <see cref="RequireActionAttribute"/>.</summary>
/// <param name="actions">At least one action, each <c>resource:verb</c> or <c>area@level</c>.</param>
/// <exception cref="ArgumentException">There is none, or one cannot be an action.</exception>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface | AttributeTargets.Method, AllowMultiple = true)]
public sealed class RequireAnyActionAttribute(params string[] actions) : AuthorizeAttribute(ActionPolicies.NameOf(actions))
{
    /// <summary>The actions of which one must be allowed.</summary>
    public ImmutableArray<string> Actions { get; } = [.. actions];
}
