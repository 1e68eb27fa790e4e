using System.Collections.Immutable;
using Microsoft.AspNetCore.Authorization;

namespace RbacGrains.Client;

/// <summary>Why a requirement does not hold: what is answered, and to whom it may be told.</summary>
public sealed class ActionRefusal : AuthorizationFailureReason
{
    internal ActionRefusal(IAuthorizationHandler handler, Error error, RequestScope? scope, ImmutableArray<string> actions)
        : base(handler, error.Code)
    {
        // The framework logs a reason's message. The error's own may echo what the request said, line breaks included.
        Error = error;
        Scope = scope;
        Actions = actions;
    }

    /// <summary>
    /// What stands in the way: <see cref="ErrorCodes.PermissionDenied"/>, <see cref="ErrorCodes.OrganizationNotFound"/> for whoever is no member,
    /// <see cref="ErrorCodes.GridUnavailable"/> when no answer can be had, or something of <see cref="DenialCodes"/>.
    /// </summary>
    public Error Error { get; }

    /// <summary>Who acts, and where; null when that is what could not be found out.</summary>
    public RequestScope? Scope { get; }

    /// <summary>The actions of which one was required.</summary>
    public ImmutableArray<string> Actions { get; }
}
