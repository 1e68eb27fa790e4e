using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using RbacGrains.Core;

namespace RbacGrains.Api;

/// <summary>
/// The part of a search's results that is wanted. A token is bound to its query: to the entities, the endpoint and the organization, and to the
/// limit that it was made under, which a later request may leave out and not change.
/// </summary>
internal sealed class AuthZenPage
{
    private const int DigestBytes = 16;

    private readonly byte[] _query;

    private AuthZenPage(byte[] query, int? limit, string token)
    {
        _query = query;
        Limit = limit;
        Token = token;
    }

    /// <summary>How many results are wanted at most; null when nothing was said. May be 0.</summary>
    public int? Limit { get; }

    /// <summary>The token of the list behind the search; empty for its beginning.</summary>
    public string Token { get; }

    /// <summary>The page of a list that is to be asked for.</summary>
    public PageRequest Request => new(Math.Clamp(Limit ?? PageRequest.DefaultSize, 1, PageRequest.MaxSize), Token);

    /// <summary>Reads what a search says of pages.</summary>
    /// <exception cref="RequestException">It cannot be understood, or the token is another query's.</exception>
    public static AuthZenPage Read(JsonElement body, string endpoint, string organization)
    {
        var query = Digest(body, endpoint, organization);
        if (AuthZenReader.Optional(body, "page", "", JsonValueKind.Object) is not { } page) return new AuthZenPage(query, null, "");
        int? limit = null;
        if (AuthZenReader.Optional(page, "limit", "/page", JsonValueKind.Number) is { } number)
            limit = number.TryGetInt64(out var whole) && whole >= 0
                ? (int)Math.Min(whole, PageRequest.MaxSize)
                : throw new RequestException(Problem.BadRequest(
                    ErrorCodes.InvalidValue, "A limit is a whole number from 0.", "/page/limit"));
        var token = AuthZenReader.Optional(page, "token", "/page", JsonValueKind.String)?.GetString() ?? "";
        if (token.Length == 0) return new AuthZenPage(query, limit, "");
        return Parse(query, token) is var (madeUnder, inner) && (limit is null || limit == madeUnder)
            ? new AuthZenPage(query, madeUnder, inner)
            : throw new RequestException(Problem.BadRequest(
                ErrorCodes.InvalidValue,
                "The token is none that this query made. Send the query again as it was, with its limit or without one; or leave the token out.",
                "/page/token"));
    }

    /// <summary>The answer for a part of a list.</summary>
    public AuthZenSearchJson Answer(Page<string> found, Func<string, AuthZenEntityJson> entity)
    {
        // Nothing was wanted but to know whether there is anything.
        if (Limit == 0) return new AuthZenSearchJson(new AuthZenPageJson(found.Items.IsEmpty ? "" : Continue(""), 0), []);
        return new AuthZenSearchJson(
            new AuthZenPageJson(found.NextToken.Length == 0 ? "" : Continue(found.NextToken), found.Items.Length),
            [.. found.Items.Select(entity)]);
    }

    private string Continue(string inner)
    {
        var limit = Limit is 0 ? null : Limit;
        var payload = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{limit}.{inner}"));
        return Base64Url.EncodeToString([.. Seal(_query, payload), .. payload]);
    }

    private static (int? Limit, string Inner)? Parse(byte[] query, string token)
    {
        if (token.Length > 1024 || !Base64Url.IsValid(token)) return null;
        var bytes = Base64Url.DecodeFromChars(token);
        if (bytes.Length <= DigestBytes || !Seal(query, bytes.AsSpan(DigestBytes)).AsSpan().SequenceEqual(bytes.AsSpan(0, DigestBytes))) return null;
        var text = Encoding.UTF8.GetString(bytes.AsSpan(DigestBytes));
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        return (dot == 0 ? null : int.Parse(text.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture), text[(dot + 1)..]);
    }

    // It keeps mistakes out, and no secrets in: whoever makes a token for a query could as well have asked it.
    private static byte[] Seal(byte[] query, ReadOnlySpan<byte> payload) =>
        SHA256.HashData([.. query, .. payload])[..DigestBytes];

    private static byte[] Digest(JsonElement body, string endpoint, string organization)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartArray();
            writer.WriteStringValue(endpoint);
            writer.WriteStringValue(organization);
            foreach (var name in new[] { "subject", "action", "resource", "context" })
                if (AuthZenReader.Optional(body, name) is { } value) WriteSorted(writer, value);
                else writer.WriteNullValue();
            writer.WriteEndArray();
        }
        return SHA256.HashData(buffer.WrittenSpan);
    }

    // The order of an object's members says nothing.
    private static void WriteSorted(Utf8JsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in value.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(member.Name);
                    WriteSorted(writer, member.Value);
                }
                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray()) WriteSorted(writer, item);
                writer.WriteEndArray();
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }
}
