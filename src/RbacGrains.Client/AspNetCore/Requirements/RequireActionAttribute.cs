using Microsoft.AspNetCore.Authorization;

namespace RbacGrains.Client;

/// <summary>
/// Lets in whoever may do something: on controllers, actions, Razor pages, handlers of minimal APIs, SignalR hubs and their methods, and
/// Blazor pages. Where there are several attributes, the framework's own among them, all must hold.
/// </summary>
/// <param name="action"><c>resource:verb</c> as in <c>agents:update</c>, or <c>area@level</c>.</param>
/// <exception cref="ArgumentException">The action cannot be one.</exception>
public sealed class RequireActionAttribute(string action) : AuthorizeAttribute(ActionPolicies.NameOf(action))
{
    /// <summary>What must be allowed.</summary>
    public string Action { get; } = action;
}
