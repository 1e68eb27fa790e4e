using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace RbacGrains.Api;

/// <summary>The one key that comes from configuration; it may do everything, for everybody.</summary>
internal sealed class RootKey : IApiKeys
{
    private readonly ApiKey _root = new("root", MayActForUsers: true);
    private readonly byte[]? _digest;

    /// <summary>Takes the key from the options; without one, no key opens anything.</summary>
    public RootKey(IOptions<RbacApiOptions> options) =>
        _digest = options.Value.RootKey is { Length: > 0 } key ? SHA256.HashData(Encoding.UTF8.GetBytes(key)) : null;

    /// <inheritdoc/>
    public ValueTask<ApiKey?> Find(string presented, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Matches(presented) ? _root : null);

    // Digests have one length and nothing in common with the keys, so the time of the comparison says nothing.
    private bool Matches(string presented)
    {
        if (_digest is null || presented.Length > RbacApiOptions.MostKeyCharacters) return false;
        Span<byte> text = stackalloc byte[RbacApiOptions.MostKeyCharacters * 3];
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text[..Encoding.UTF8.GetBytes(presented, text)], digest);
        return CryptographicOperations.FixedTimeEquals(digest, _digest);
    }
}
