namespace RbacGrains.Client;

/// <summary>
/// Finds out who acts and where. The one that is registered reads the sources of <see cref="RbacAuthorizationOptions"/>; an application that knows
/// it otherwise (by the host's name, by a table of its own) registers its own.
/// </summary>
public interface IScopeResolver
{
    /// <summary>Resolves.</summary>
    /// <param name="facts">What is known; the user in it is signed in.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <returns>The scope, with ids that are valid; or an error: then nothing is allowed, and the error is answered.</returns>
    ValueTask<Result<RequestScope>> Resolve(RequestFacts facts, CancellationToken cancellationToken);
}
