using System.Collections.Immutable;
using System.Security.Cryptography;

namespace RbacGrains.Core;

/// <summary>What a key can be, and whom it opens to.</summary>
internal static class ApiKeyRules
{
    private const int LongestName = 100;
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(3650);
    private static readonly TimeSpan LongestGrace = TimeSpan.FromDays(7);

    // Compared with where there is no key, so that its absence takes as long as a wrong secret. Nothing has it as its digest.
    private static readonly ImmutableArray<byte> NoDigest = [.. new byte[SHA256.HashSizeInBytes]];

    /// <summary>What is wrong with the name of a key or an account; null when nothing is.</summary>
    public static Error? CheckName(string name) =>
        name.Length is > 0 and <= LongestName && !string.IsNullOrWhiteSpace(name) && Text.IsPlain(name)
            ? null
            : Errors.InvalidValue($"A name has 1 to {LongestName} characters, not all of them blank, and no control characters.", "/name");

    /// <summary>What is wrong with the life of a key; null when nothing is.</summary>
    public static Error? CheckLife(TimeSpan? expiresIn) =>
        expiresIn < Shortest || expiresIn > Longest
            ? Errors.InvalidValue($"A key is good for 1 minute to {Longest.TotalDays} days.", "/expires_in")
            : null;

    /// <summary>What is wrong with a grace period; null when nothing is.</summary>
    public static Error? CheckGrace(TimeSpan grace) =>
        grace < TimeSpan.Zero || grace > LongestGrace
            ? Errors.InvalidValue($"The secret before stays good for 0 to {LongestGrace.TotalDays} days.", "/grace")
            : null;

    /// <summary>Whether a digest is the key's, or still is; takes the same time whatever it is, and whether there is a key or not.</summary>
    public static bool Matches(ServiceAccountKey? key, ImmutableArray<byte> digest, DateTimeOffset now)
    {
        var present = IsSame(key?.Digest ?? NoDigest, digest);
        var previous = IsSame(key is { PreviousDigest.IsEmpty: false } ? key.PreviousDigest : NoDigest, digest);
        return key is not null && (present | (previous & now < key.PreviousUntil));
    }

    /// <summary>Whether a key opens anything at a moment, given its account.</summary>
    public static ApiKeyStatus StatusOf(ServiceAccountKey key, Membership membership, DateTimeOffset now) =>
        membership.Access.Suspended
            ? ApiKeyStatus.Suspended
            : now >= key.ExpiresAt || now >= membership.Access.ExpiresAt ? ApiKeyStatus.Expired : ApiKeyStatus.Active;

    private static bool IsSame(ImmutableArray<byte> kept, ImmutableArray<byte> presented) =>
        !presented.IsDefault && CryptographicOperations.FixedTimeEquals(kept.AsSpan(), presented.AsSpan());
}
