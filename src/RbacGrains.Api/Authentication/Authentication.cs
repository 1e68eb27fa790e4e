using RbacGrains.Core;
using RbacGrains.Model;

namespace RbacGrains.Api;

/// <summary>Finds out who calls: the key, and the user on whose behalf the call is made; or the person whose session it is.</summary>
internal sealed class Authentication(IApiKeys keys, RequestLimits? limits = null, Sessions? sessions = null)
{
    /// <summary>The header that names the user on whose behalf a call is made.</summary>
    public const string ActorHeader = "Rbac-Actor";

    private const string Scheme = "Bearer ";

    /// <summary>The caller.</summary>
    /// <exception cref="RequestException">No key, a wrong one, or an actor that cannot be.</exception>
    public async ValueTask<Caller> Identify(HttpContext context)
    {
        var presented = context.Request.Headers.Authorization;
        if (presented.Count > 1)
            throw new RequestException(Problem.BadRequest(ProblemCodes.InvalidHeader, "The header Authorization has to be there once."));
        var authorization = presented.ToString();
        // A key says who calls, whatever cookies a browser has added.
        if (authorization.Length == 0 && sessions is not null && await sessions.Find(context) is { } person)
        {
            limits?.RequireUser(person.User!);
            return person;
        }

        if (!authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            || await keys.Find(authorization[Scheme.Length..].Trim(), context.RequestAborted) is not { } key)
            throw new RequestException(new Problem(401, ProblemCodes.Unauthenticated,
                "The call needs a key of this service: send it as 'Authorization: Bearer <key>'."));

        limits?.RequireKey(key.Name);
        var caller = new Caller(key.ServiceAccount) { Organization = key.Organization };
        if (!context.Request.Headers.TryGetValue(ActorHeader, out var actor)) return caller;
        if (!key.MayActForUsers)
            throw new RequestException(new Problem(403, ErrorCodes.PermissionDenied,
                $"This key may not act for users. Leave out {ActorHeader}, or use a key that may."));
        var user = actor.ToString();
        if (!Identifier.IsValid(user)) throw new RequestException(Errors.InvalidId($"a user (header {ActorHeader})", user).ToProblem());
        // What the log says that an account did was done with one of its own keys.
        if (ServiceAccountId.IsReserved(user)) throw new RequestException(Errors.ReservedId(user).ToProblem());
        return caller with { User = user };
    }
}
