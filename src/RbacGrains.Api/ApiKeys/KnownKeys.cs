using RbacGrains.Core;

namespace RbacGrains.Api;

/// <summary>The keys that open something: the root key, and those of the organizations' service accounts.</summary>
internal sealed class KnownKeys(RootKey root, Lazy<IGrid> grid) : IApiKeys
{
    /// <inheritdoc/>
    public async ValueTask<ApiKey?> Find(string presented, CancellationToken cancellationToken)
    {
        if (await root.Find(presented, cancellationToken) is { } known) return known;
        if (ApiKeyText.Parse(presented) is not { } key) return null;
        var caller = await grid.Value.User(key.ServiceAccount).AuthenticateKey(key.Key, key.Digest, cancellationToken);
        // That nobody can say at present whose key it is does not make it a wrong one.
        if (caller.Error is { Kind: ErrorKind.Unavailable } unavailable) throw new RequestException(unavailable.ToProblem());
        return caller.Value is { } found
            ? new ApiKey(found.Key, found.ActsForUsers) { Organization = found.Organization, ServiceAccount = found.ServiceAccount }
            : null;
    }
}
