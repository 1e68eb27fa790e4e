using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;

namespace RbacGrains.Client;

/// <summary>Reads who acts and where.</summary>
public static class RequestScopeExtensions
{
    /// <summary>Who acts and where, as the requirements of a request see it.</summary>
    /// <returns>The scope, or what is wrong with the request.</returns>
    public static ValueTask<Result<RequestScope>> GetRequestScope(this HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.RequestServices.GetRequiredService<IScopeResolver>()
            .Resolve(RequestFacts.Of(context.User, context), context.RequestAborted);
    }

    /// <summary>Who acts and where, as the requirements of a hub's methods see it.</summary>
    /// <param name="scopes">The resolver, from the hub's constructor.</param>
    /// <param name="connection">The hub's <see cref="Hub.Context"/>.</param>
    /// <returns>The scope, or what is wrong with the request that opened the connection.</returns>
    public static ValueTask<Result<RequestScope>> Resolve(this IScopeResolver scopes, HubCallerContext connection)
    {
        ArgumentNullException.ThrowIfNull(scopes);
        ArgumentNullException.ThrowIfNull(connection);
        return scopes.Resolve(
            RequestFacts.OfConnection(connection.User ?? new ClaimsPrincipal(), connection.GetHttpContext()), connection.ConnectionAborted);
    }
}
