using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace RbacGrains.Core;

/// <summary>
/// How an API key is written: <c>rbac_</c>, the random part of its account's id, its number, and a secret of 260 random bits, as in
/// <c>rbac_k3j…_1_…</c>. All but the secret is its prefix, which is no secret. A fast digest is kept of it: what makes a slow one
/// necessary is that people's passwords can be guessed, and this cannot.
/// </summary>
public static partial class ApiKeyText
{
    private const string Start = "rbac_";
    private const string IdStart = "key_";
    private const int SecretLength = 52;

    /// <summary>Takes a presented key apart, so that it can be looked for without being sent anywhere.</summary>
    /// <returns>Account, id and digest; null for what is no key of this form.</returns>
    public static PresentedKey? Parse(string presented)
    {
        ArgumentNullException.ThrowIfNull(presented);
        if (presented.Length > 100 || KeyForm().Match(presented) is not { Success: true } match) return null;
        return new PresentedKey(
            ServiceAccountId.Prefix + match.Groups[1].Value, $"{IdStart}{match.Groups[1].Value}_{match.Groups[2].Value}", Digest(presented));
    }

    /// <summary>The id of an account's key.</summary>
    internal static string IdOf(string account, int number) => string.Create(CultureInfo.InvariantCulture, $"{IdStart}{Random(account)}_{number}");

    /// <summary>How an account's key begins.</summary>
    internal static string PrefixOf(string account, int number) => string.Create(CultureInfo.InvariantCulture, $"{Start}{Random(account)}_{number}");

    /// <summary>How all keys of an account begin.</summary>
    internal static string PrefixOf(string account) => $"{Start}{Random(account)}_";

    /// <summary>The account of a key's id, and the key's number there; nobody's for what is no id of a key.</summary>
    internal static (string Account, int Number) ParseId(string id) =>
        id is not null && id.Length <= 100 && IdForm().Match(id) is { Success: true } match
            ? (ServiceAccountId.Prefix + match.Groups[1].Value, int.Parse(match.Groups[2].Value, NumberStyles.None, CultureInfo.InvariantCulture))
            : (ServiceAccountId.Nobody, 0);

    /// <summary>A new secret.</summary>
    internal static string MakeSecret() => RandomNumberGenerator.GetString(ServiceAccountId.Alphabet, SecretLength);

    /// <summary>An account's key as it is presented.</summary>
    internal static string Write(string account, int number, string secret) => $"{PrefixOf(account, number)}_{secret}";

    private static string Random(string account) => account[ServiceAccountId.Prefix.Length..];

    /// <summary>What is kept of a key.</summary>
    internal static ImmutableArray<byte> Digest(string text) => [.. SHA256.HashData(Encoding.UTF8.GetBytes(text))];

    [GeneratedRegex(@"^rbac_([a-z2-7]{16})_([1-9][0-9]{0,8})_[a-z2-7]{52}\z", RegexOptions.CultureInvariant)]
    private static partial Regex KeyForm();

    [GeneratedRegex(@"^key_([a-z2-7]{16})_([1-9][0-9]{0,8})\z", RegexOptions.CultureInvariant)]
    private static partial Regex IdForm();
}

/// <summary>A key as somebody presents it, without its secret.</summary>
/// <param name="ServiceAccount">The account that it claims to be of.</param>
/// <param name="Key">The id that it claims to have.</param>
/// <param name="Digest">SHA-256 of the whole of it.</param>
public sealed record PresentedKey(string ServiceAccount, string Key, ImmutableArray<byte> Digest);
