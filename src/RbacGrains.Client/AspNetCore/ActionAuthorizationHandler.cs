using System.Collections.Immutable;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace RbacGrains.Client;

/// <summary>
/// Asks for every <see cref="ActionRequirement"/>. What it refuses stays refused, whatever other handlers say; whoever is not signed in is left to
/// the framework's challenge.
/// </summary>
internal sealed class ActionAuthorizationHandler(
    IPermissions permissions, IScopeResolver scopes, IHttpContextAccessor requests, ILogger<ActionAuthorizationHandler> log)
    : IAuthorizationHandler
{
    /// <inheritdoc/>
    public async Task HandleAsync(AuthorizationHandlerContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var required = context.Requirements.OfType<ActionRequirement>().ToList();
        if (required.Count == 0 || !context.User.Identities.Any(identity => identity.IsAuthenticated)) return;

        var facts = RequestFacts.Of(context.User, context.Resource, requests.HttpContext);
        var cancellationToken = facts.HttpContext?.RequestAborted ?? CancellationToken.None;
        var resolved = await scopes.Resolve(facts, cancellationToken);
        foreach (var requirement in required)
        {
            var error = resolved.Succeeded ? await Judge(resolved.Value, requirement.AnyOf, cancellationToken) : resolved.Error;
            if (error is null) context.Succeed(requirement);
            else context.Fail(new ActionRefusal(this, error, resolved.Value, requirement.AnyOf));
            if (error is not null) return;
        }
    }

    // Null when one of the actions is allowed. That no answer can be had outweighs a denial, which could be wrong.
    private async ValueTask<Error?> Judge(RequestScope scope, ImmutableArray<string> anyOf, CancellationToken cancellationToken)
    {
        Error? refusal = null;
        foreach (var action in anyOf)
        {
            var error = await Ask(scope, action, cancellationToken);
            if (error is null) return null;
            if (refusal?.Kind != ErrorKind.Unavailable) refusal = error;
        }

        return refusal is { Kind: ErrorKind.Denied } && anyOf.Length > 1 ? Refusals.NoneOf(anyOf) : refusal;
    }

    private async ValueTask<Error?> Ask(RequestScope scope, string action, CancellationToken cancellationToken)
    {
        try
        {
            var (user, organization, project) = scope;
            var asked = await permissions.Check(user, organization, action, project, cancellationToken);
            if (!asked.Succeeded) return Unanswered(scope, action, asked.Error);
            if (asked.Value.Allowed) return null;
            AuthorizationLog.Denied(log, user, organization, project, action, asked.Value.Reason);
            return asked.Value.Reason == DecisionReason.NotMember
                ? Errors.OrganizationNotFound(organization)
                : Errors.PermissionDenied(null, action);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            AuthorizationLog.CheckFailed(log, failure, scope.User, action, scope.Organization);
            return Refusals.NoAnswer;
        }
    }

    private Error Unanswered(RequestScope scope, string action, Error error)
    {
        switch (error.Code)
        {
            case ErrorCodes.OrganizationNotFound:
                return Errors.OrganizationNotFound(scope.Organization);
            case ErrorCodes.UnknownAction:
                // The organization lives by a model that this endpoint is not made for. Members and strangers get the same answer, since which of them asks is not known.
                AuthorizationLog.CannotBeAsked(log, action, scope.Organization, error.Code, error.Message);
                return Errors.OrganizationNotFound(scope.Organization);
            default:
                AuthorizationLog.NoAnswer(log, scope.User, action, scope.Organization, error.Code, error.Message);
                return Refusals.NoAnswer;
        }
    }
}
