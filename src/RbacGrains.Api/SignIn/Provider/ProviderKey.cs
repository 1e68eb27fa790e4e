using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;

namespace RbacGrains.Api;

/// <summary>A public key that the provider signs with (RFC 7517). RSA of 2048 bits or more, and the curve P-256, are understood.</summary>
internal sealed record ProviderKey
{
    private const int LeastBits = 2048;
    private const string Rsa = "RSA";
    private const string Curve = "EC";

    private RSAParameters _rsa;
    private ECParameters _curve;

    /// <summary>Its <c>kid</c>; null for none.</summary>
    public string? Name { get; private init; }

    private string Type { get; init; } = "";

    private string? Algorithm { get; init; }

    /// <summary>The keys of a set that are for signatures and understood.</summary>
    public static IReadOnlyList<ProviderKey> ReadAll(JsonElement set) =>
        set.TryGetProperty("keys", out var keys) && keys.ValueKind == JsonValueKind.Array ? [.. keys.EnumerateArray().Select(Read).OfType<ProviderKey>()] : [];

    /// <summary>Whether the key is for an algorithm (RFC 7518, 3.1): RS256, PS256 or ES256. No other is taken, <c>none</c> least of all.</summary>
    public bool Fits(string algorithm) =>
        (Algorithm is null || Algorithm == algorithm)
        && algorithm switch { "RS256" or "PS256" => Type == Rsa, "ES256" => Type == Curve, _ => false };

    /// <summary>Whether a signature is this key's.</summary>
    public bool Verifies(string algorithm, byte[] signed, byte[] signature)
    {
        if (!Fits(algorithm)) return false;
        try
        {
            return IsSignature(algorithm, signed, signature);
        }
        catch (CryptographicException)
        {
            // Numbers that are no key, such as a point that is not on its curve.
            return false;
        }
    }

    private bool IsSignature(string algorithm, byte[] signed, byte[] signature)
    {
        if (Type == Curve)
        {
            using var curve = ECDsa.Create(_curve);
            return curve.VerifyData(signed, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        }

        using var rsa = RSA.Create(_rsa);
        return rsa.VerifyData(signed, signature, HashAlgorithmName.SHA256, algorithm == "PS256" ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1);
    }

    private static ProviderKey? Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || Text(json, "use") is not (null or "sig")) return null;
        var key = new ProviderKey { Name = Text(json, "kid"), Type = Text(json, "kty") ?? "", Algorithm = Text(json, "alg") };
        if (key.Type == Rsa && Bytes(json, "n") is { } modulus && Bytes(json, "e") is { } exponent && modulus.Length * 8 >= LeastBits)
            key._rsa = new RSAParameters { Modulus = modulus, Exponent = exponent };
        else if (key.Type == Curve && Text(json, "crv") == "P-256" && Bytes(json, "x") is { Length: 32 } x && Bytes(json, "y") is { Length: 32 } y)
            key._curve = new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = x, Y = y } };
        else return null;
        return key;
    }

    private static byte[]? Bytes(JsonElement json, string name)
    {
        if (Text(json, name) is not { } text || !Base64Url.IsValid(text)) return null;
        return Base64Url.DecodeFromChars(text);
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
