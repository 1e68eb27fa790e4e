using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace RbacGrains.Api;

/// <summary>Reads and judges the ID token of a sign-in (OpenID Connect Core 1.0, 3.1.3.7). Nothing of it is used before its signature was found right.</summary>
internal sealed class IdToken(ProviderSettings settings, ProviderMetadata metadata, TimeProvider clock)
{
    private const int MostCharacters = 64 * 1024;
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Oldest = TimeSpan.FromMinutes(10);
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    /// <summary>The token's claims.</summary>
    /// <param name="token">The token as it came from the token endpoint.</param>
    /// <param name="nonce">What this sign-in was begun with.</param>
    /// <param name="cancellationToken">Ends the waiting for keys.</param>
    /// <exception cref="SignInException">It is not the provider's, not for this service, not for this sign-in, or not of this time.</exception>
    public async ValueTask<JsonElement> Read(string? token, string nonce, CancellationToken cancellationToken)
    {
        if (token is not { Length: <= MostCharacters } || token.Split('.') is not [var head, var body, var seal])
            throw SignInException.Invalid("there is no signed ID token");
        var header = Parse(head);
        var algorithm = Text(header, "alg") ?? "";
        if (header.TryGetProperty("crit", out _)) throw SignInException.Invalid("the ID token has extensions that nobody here understands");
        var key = await metadata.FindKey(Text(header, "kid"), algorithm, cancellationToken)
            ?? throw SignInException.Invalid($"the ID token is signed with {algorithm} and a key that the provider does not publish");
        if (!Base64Url.IsValid(seal) || !key.Verifies(algorithm, Encoding.ASCII.GetBytes($"{head}.{body}"), Base64Url.DecodeFromChars(seal)))
            throw SignInException.Invalid("the ID token's signature is wrong");
        var claims = Parse(body);
        Judge(claims, (await metadata.Get(cancellationToken)).Issuer, nonce);
        return claims;
    }

    private void Judge(JsonElement claims, string issuer, string nonce)
    {
        var now = clock.GetUtcNow();
        Require(Text(claims, "iss") == issuer, "of another issuer");
        Require(IsForUs(claims), "for another client");
        Require(Moment(claims, "exp") is { } end && now < end + Skew, "expired");
        Require(Moment(claims, "iat") is { } issued && issued <= now + Skew && issued >= now - Oldest, "not of this time");
        Require(
            Text(claims, "nonce") is { } given
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(nonce)), "for another sign-in");
        Require(Text(claims, "sub") is { Length: > 0 }, "of nobody");
    }

    // With several audiences the token has to name which of them asked for it.
    private bool IsForUs(JsonElement claims)
    {
        if (!claims.TryGetProperty("aud", out var audience)) return false;
        var several = audience.ValueKind == JsonValueKind.Array;
        var contains = several
            ? audience.EnumerateArray().Any(one => one.ValueKind == JsonValueKind.String && one.ValueEquals(settings.ClientId))
            : audience.ValueKind == JsonValueKind.String && audience.ValueEquals(settings.ClientId);
        var needsParty = several && audience.GetArrayLength() > 1;
        return contains && (claims.TryGetProperty("azp", out _) || needsParty ? Text(claims, "azp") == settings.ClientId : true);
    }

    private static void Require(bool holds, string otherwise)
    {
        if (!holds) throw SignInException.Invalid($"the ID token is {otherwise}");
    }

    private static DateTimeOffset? Moment(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var seconds)
        && seconds is > 0 and < 253402300799 ? DateTimeOffset.FromUnixTimeSeconds((long)seconds) : null;

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static JsonElement Parse(string part)
    {
        try
        {
            using var json = JsonDocument.Parse(Base64Url.DecodeFromChars(part), Strict);
            return json.RootElement.ValueKind == JsonValueKind.Object ? json.RootElement.Clone() : throw new FormatException();
        }
        catch (Exception failure) when (failure is FormatException or JsonException)
        {
            throw SignInException.Invalid("the ID token cannot be read");
        }
    }
}
