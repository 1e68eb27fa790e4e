using RbacGrains.Core;
using RbacGrains.Model;

namespace RbacGrains.Api;

/// <summary>Finds out who calls: the key, and the user on whose behalf the call is made.</summary>
internal sealed class Authentication(IApiKeys keys)
{
    /// <summary>The header that names the user on whose behalf a call is made.</summary>
    public const string ActorHeader = "Rbac-Actor";

    private const string Scheme = "Bearer ";

    /// <summary>The caller.</summary>
    /// <exception cref="RequestException">No key, a wrong one, or an actor that cannot be.</exception>
    public async ValueTask<Caller> Identify(HttpContext context)
    {
        var authorization = context.Request.Headers.Authorization.ToString();
        if (!authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            || await keys.Find(authorization[Scheme.Length..].Trim(), context.RequestAborted) is not { } key)
            throw new RequestException(new Problem(401, ProblemCodes.Unauthenticated,
                "The call needs a key of this service: send it as 'Authorization: Bearer <key>'."));

        if (!context.Request.Headers.TryGetValue(ActorHeader, out var actor)) return Caller.Service;
        if (!key.MayActForUsers)
            throw new RequestException(new Problem(403, ErrorCodes.PermissionDenied,
                $"This key may not act for users. Leave out {ActorHeader}, or use a key that may."));
        var user = actor.ToString();
        return Identifier.IsValid(user)
            ? new Caller(user)
            : throw new RequestException(Errors.InvalidId($"a user (header {ActorHeader})", user).ToProblem());
    }
}
