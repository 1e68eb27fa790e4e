using Microsoft.AspNetCore.Authorization;

namespace RbacGrains.Client;

/// <summary>
/// Lets in whoever may do something: on controllers, actions, Razor pages, handlers of minimal APIs, SignalR hubs and their methods,
/// Blazor pages, and (with the call filter of <c>RbacGrains.Grains.Client</c>) interfaces, classes and methods of Orleans grains. Where there are several attributes, the framework's own among them, all must hold.
/// </summary>
/// <param name="action"><c>resource:verb</c> as in <c>agents:update</c>, or <c>area@level</c>.</param>
/// <exception cref="ArgumentException">The action cannot be one.</exception>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface | AttributeTargets.Method, AllowMultiple = true)]
public sealed class RequireActionAttribute(string action) : AuthorizeAttribute(ActionPolicies.NameOf(action))
{
    /// <summary>What must be allowed.</summary>
    public string Action { get; } = action;
}
