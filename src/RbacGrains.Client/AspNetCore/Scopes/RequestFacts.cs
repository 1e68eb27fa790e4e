using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.SignalR;
using ComponentRouteData = Microsoft.AspNetCore.Components.RouteData;

namespace RbacGrains.Client;

/// <summary>From what it is found out who acts and where.</summary>
/// <param name="User">The principal.</param>
/// <param name="HttpContext">The request; for a hub's method the one that opened the connection. Null where there is none.</param>
/// <param name="RouteValues">The values of the route.</param>
/// <param name="Named">Where, if whoever asks has named it; it goes before everything else. Null otherwise.</param>
public sealed record RequestFacts(
    ClaimsPrincipal User, HttpContext? HttpContext, IReadOnlyDictionary<string, object?> RouteValues, OrganizationScope? Named = null)
{
    private static readonly Dictionary<string, object?> NoValues = [];

    /// <summary>The claims of the identities that are signed in; what others assert counts for nothing.</summary>
    public IEnumerable<Claim> Claims => User.Identities.Where(identity => identity.IsAuthenticated).SelectMany(identity => identity.Claims);

    /// <summary>Reads the resource that the framework, or the application, asks about.</summary>
    /// <param name="user">The principal.</param>
    /// <param name="resource">A request, a call of a hub's method, a page of Blazor, an <see cref="OrganizationScope"/>; anything else, and null, says nothing.</param>
    /// <param name="current">The request under way, for a resource that says nothing.</param>
    internal static RequestFacts Of(ClaimsPrincipal user, object? resource, HttpContext? current = null) => resource switch
    {
        OrganizationScope named => new(user, current, NoValues, named),
        HttpContext request => Of(user, request),
        HubInvocationContext call => OfConnection(user, call.Context.GetHttpContext()),
        ActionContext action => Of(user, action.HttpContext),
        ComponentRouteData page => new(user, current, page.RouteValues),
        _ => current is null ? new(user, null, NoValues) : Of(user, current),
    };

    private static RequestFacts Of(ClaimsPrincipal user, HttpContext request) => new(user, request, request.Request.RouteValues);

    internal static RequestFacts OfConnection(ClaimsPrincipal user, HttpContext? connection) =>
        connection is null ? new(user, null, NoValues) : new(user, connection, ConnectionRoute.ValuesOf(connection));
}
