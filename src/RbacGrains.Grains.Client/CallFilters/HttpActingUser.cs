using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace RbacGrains.Grains;

/// <summary>The signed-in user of the HTTP request that is being answered.</summary>
/// <param name="accessor">Finds the request.</param>
internal sealed class HttpActingUser(IHttpContextAccessor accessor) : IActingUserSource
{
    /// <inheritdoc/>
    public ActingAs? Current =>
        accessor.HttpContext?.User is { Identity.IsAuthenticated: true } user && user.FindFirstValue(ClaimTypes.NameIdentifier) is { Length: > 0 } id
            ? new ActingAs(id)
            : null;
}
