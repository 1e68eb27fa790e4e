using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace RbacGrains.Client;

/// <summary>
/// Answers what an <see cref="ActionRequirement"/> has refused, with the status of the organization's model; leaves everything else to the application's handler.
/// A denial never becomes a challenge: whoever is signed in already would be sent to sign in again, and again.
/// </summary>
internal sealed class RefusalResultHandler(IAuthorizationMiddlewareResultHandler inner, IDenialStatus statuses)
    : IAuthorizationMiddlewareResultHandler
{
    /// <inheritdoc/>
    public async Task HandleAsync(
        RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        ArgumentNullException.ThrowIfNull(authorizeResult);
        ArgumentNullException.ThrowIfNull(policy);
        if (Refusal(authorizeResult) is { } refusal)
            await RefusalProblem.Write(context, await WithStatus(refusal, context.RequestAborted), refusal);
        else if (authorizeResult.Challenged && policy.Requirements.Any(requirement => requirement is ActionRequirement))
            await Challenge(next, context, policy, authorizeResult);
        else
            await inner.HandleAsync(next, context, policy, authorizeResult);
    }

    private static ActionRefusal? Refusal(PolicyAuthorizationResult result) =>
        result.AuthorizationFailure?.FailureReasons.OfType<ActionRefusal>().FirstOrDefault();

    private async ValueTask<Error> WithStatus(ActionRefusal refusal, CancellationToken cancellationToken) =>
        refusal is { Error: { Code: ErrorCodes.PermissionDenied } error, Scope: { } scope }
            ? error with { DenialStatus = await statuses.Get(scope.Organization, cancellationToken) }
            : refusal.Error;

    private async Task Challenge(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult result)
    {
        if (await CanChallenge(context, policy)) await inner.HandleAsync(next, context, policy, result);
        else context.Response.StatusCode = StatusCodes.Status401Unauthorized;

        // Schemes answer programs with a status and no word.
        if (context.Response is { HasStarted: false, StatusCode: StatusCodes.Status401Unauthorized, ContentType: null, ContentLength: null })
            await RefusalProblem.Write(context, Refusals.Unauthenticated);
    }

    // An application that signs people in by a middleware of its own may have no scheme to challenge with.
    private static async ValueTask<bool> CanChallenge(HttpContext context, AuthorizationPolicy policy) =>
        policy.AuthenticationSchemes.Count > 0
        || (context.RequestServices.GetService<IAuthenticationSchemeProvider>() is { } schemes
            && await schemes.GetDefaultChallengeSchemeAsync() is not null);
}
