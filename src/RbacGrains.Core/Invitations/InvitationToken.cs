using System.Buffers.Text;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace RbacGrains.Core;

/// <summary>The token by which an invitation is accepted: its id, a dot, and a secret of 256 random bits.</summary>
public static class InvitationToken
{
    private const int SecretBytes = 32;

    /// <summary>Makes a new token for an invitation.</summary>
    /// <returns>The token to hand out, and the digest to keep.</returns>
    public static (string Token, ImmutableArray<byte> SecretHash) Create(string invitation)
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        return ($"{invitation}.{secret}", [.. Hash(secret)]);
    }

    /// <summary>The id of the invitation that a token claims to be of; null for what is no token.</summary>
    public static string? InvitationOf(string token)
    {
        ArgumentNullException.ThrowIfNull(token);
        var dot = token.LastIndexOf('.');
        return dot > 0 && token.Length <= 512 ? token[..dot] : null;
    }

    /// <summary>Whether a token's secret is the one of which the digest was kept; takes the same time whatever it is.</summary>
    public static bool Matches(string token, ImmutableArray<byte> secretHash) =>
        token is not null && CryptographicOperations.FixedTimeEquals(Hash(token[(token.LastIndexOf('.') + 1)..]), secretHash.AsSpan());

    private static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
