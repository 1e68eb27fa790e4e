using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using RbacGrains.Client;

namespace RbacGrains.Grains;

/// <summary>The signed-in user of the HTTP request that is being answered, and the organization and the project that the request names.</summary>
/// <param name="accessor">Finds the request.</param>
/// <param name="options">Where requests say who acts and where; the same as for the endpoints' own attributes.</param>
internal sealed class HttpActingUser(IHttpContextAccessor accessor, IOptions<RbacAuthorizationOptions> options) : IActingUserSource
{
    /// <inheritdoc/>
    public ActingAs? Current
    {
        get
        {
            if (accessor.HttpContext is not { } request) return null;
            var known = request.Features.Get<Known>();
            // Who is signed in is known only from some point of the pipeline on.
            if (known is null || !ReferenceEquals(known.Principal, request.User) || known.Endpoint != request.GetEndpoint())
                request.Features.Set(known = new Known(request.User, request.GetEndpoint(), Read(request)));
            return known.Acting;
        }
    }

    // What is malformed is not carried: a guarded call is then denied for want of it.
    private ActingAs? Read(HttpContext request)
    {
        var facts = RequestFacts.Of(request.User, request);
        return IdReading.From("a user", options.Value.User, facts) is { IsMissing: false } user
            ? new ActingAs(
                user.Id,
                IdReading.From("an organization", options.Value.Organization, facts).Id,
                IdReading.From("a project", options.Value.Project, facts).Id)
            : null;
    }

    private sealed record Known(object Principal, Endpoint? Endpoint, ActingAs? Acting);
}
