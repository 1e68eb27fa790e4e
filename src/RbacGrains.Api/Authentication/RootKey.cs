using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace RbacGrains.Api;

/// <summary>The one key that comes from configuration; it may do everything, for everybody.</summary>
internal sealed class RootKey : IApiKeys
{
    private readonly ApiKey _root = new("root", MayActForUsers: true);
    private readonly byte[]? _key;

    /// <summary>Takes the key from the options; without one, no key opens anything.</summary>
    public RootKey(IOptions<RbacApiOptions> options) =>
        _key = options.Value.RootKey is { Length: > 0 } key ? Encoding.UTF8.GetBytes(key) : null;

    /// <inheritdoc/>
    public ValueTask<ApiKey?> Find(string presented, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Matches(presented) ? _root : null);

    // The time of the comparison says at most whether the lengths are equal. Comparing digests would hide that, too, but this is
    // done on every request.
    private bool Matches(string presented)
    {
        if (_key is null || presented.Length > RbacApiOptions.MostKeyCharacters) return false;
        Span<byte> text = stackalloc byte[RbacApiOptions.MostKeyCharacters * 3];
        return CryptographicOperations.FixedTimeEquals(text[..Encoding.UTF8.GetBytes(presented, text)], _key);
    }
}
