using System.Security.Cryptography;

namespace RbacGrains.Core;

/// <summary>The ids of service accounts: <c>svc:</c> and 80 random bits. No person can have one.</summary>
public static class ServiceAccountId
{
    /// <summary>What all of them begin with.</summary>
    public const string Prefix = "svc:";

    /// <summary>How many random characters follow.</summary>
    internal const int RandomLength = 16;

    // Base 32 (RFC 4648, in lower case): 5 bits a character, and none that is mistaken for another.
    internal const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    /// <summary>Well-formed, and nobody's.</summary>
    internal const string Nobody = "svc:none";

    /// <summary>Whether an id is reserved for service accounts.</summary>
    public static bool IsReserved(string? user) => user?.StartsWith(Prefix, StringComparison.Ordinal) is true;

    /// <summary>A new id.</summary>
    internal static string Make() => Prefix + RandomNumberGenerator.GetString(Alphabet, RandomLength);
}
