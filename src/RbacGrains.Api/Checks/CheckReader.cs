using System.Buffers;
using System.Text;
using System.Text.Json;

namespace RbacGrains.Api;

/// <summary>
/// Reads checks as nearly all of them are written: nothing but plain names, each once. It knows no errors. Whatever else a body has it leaves
/// to the serializer, which is strict, and says what is wrong; so it has to take only what the serializer takes, and as the same.
/// </summary>
internal ref struct CheckReader
{
    // No id is longer, and no action that a model knows.
    private const int MostCharacters = 128;

    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _words;
    private Utf8JsonReader _json;

    private CheckReader(ReadOnlySpan<byte> body, HashSet<string> words)
    {
        _json = new Utf8JsonReader(body);
        // In a batch the same names come over and over, and each becomes one string.
        _words = words.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>A batch of checks; null when the serializer has to look at it.</summary>
    public static BatchBody? Batch(ReadOnlySequence<byte> body)
    {
        if (body.IsSingleSegment) return Batch(body.FirstSpan);
        // One copy costs less than to look for the end of a segment at every token.
        var length = (int)body.Length;
        var whole = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            body.CopyTo(whole);
            return Batch(whole.AsSpan(0, length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(whole);
        }
    }

    private static BatchBody? Batch(ReadOnlySpan<byte> body)
    {
        try
        {
            return new CheckReader(body, new HashSet<string>(StringComparer.Ordinal)).ReadBatch();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private BatchBody? ReadBatch()
    {
        if (!Next(JsonTokenType.StartObject) || !Next(JsonTokenType.PropertyName) || !_json.ValueTextEquals("checks"u8)
            || !Next(JsonTokenType.StartArray)) return null;
        var checks = new List<CheckBody>();
        while (Next(JsonTokenType.StartObject))
        {
            if (ReadCheck() is not { } check) return null;
            checks.Add(check);
        }

        return _json.TokenType == JsonTokenType.EndArray && Next(JsonTokenType.EndObject) && !_json.Read()
            ? new BatchBody { Checks = [.. checks] }
            : null;
    }

    private CheckBody? ReadCheck()
    {
        string? organization = null, user = null, action = null, project = null;
        while (Next(JsonTokenType.PropertyName))
        {
            var name = _json.ValueSpan;
            if (!Next(JsonTokenType.String) || Word() is not { } value) return null;
            // An escaped name is none of these, whatever it stands for.
            if (name.SequenceEqual("organization"u8) && organization is null) organization = value;
            else if (name.SequenceEqual("user"u8) && user is null) user = value;
            else if (name.SequenceEqual("action"u8) && action is null) action = value;
            else if (name.SequenceEqual("project"u8) && project is null) project = value;
            else return null;
        }

        return _json.TokenType == JsonTokenType.EndObject && organization is not null && user is not null && action is not null
            ? new CheckBody { Organization = organization, User = user, Action = action, Project = project }
            : null;
    }

    private bool Next(JsonTokenType type) => _json.Read() && _json.TokenType == type;

    // Names are ASCII, or else wrong, and then the serializer is to say how.
    private readonly string? Word()
    {
        var text = _json.ValueSpan;
        Span<char> characters = stackalloc char[MostCharacters];
        if (_json.ValueIsEscaped || text.Length > MostCharacters
            || Ascii.ToUtf16(text, characters, out var length) != OperationStatus.Done) return null;
        var word = characters[..length];
        if (_words.TryGetValue(word, out var known)) return known;
        var made = word.ToString();
        _words.Set.Add(made);
        return made;
    }
}
