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

    // In a batch the same names come over and over, and each becomes one string.
    private readonly HashSet<string>? _words;
    private Utf8JsonReader _json;

    private CheckReader(ReadOnlySpan<byte> body, HashSet<string>? words)
    {
        _json = new Utf8JsonReader(body);
        _words = words;
    }

    /// <summary>One check; null when the serializer has to look at it.</summary>
    public static CheckBody? Check(ReadOnlySequence<byte> body) =>
        Read(body, static text => new CheckReader(text, words: null).ReadWhole());

    /// <summary>A batch of checks; null when the serializer has to look at it.</summary>
    public static BatchBody? Batch(ReadOnlySequence<byte> body) =>
        Read(body, static text => new CheckReader(text, new HashSet<string>(StringComparer.Ordinal)).ReadBatch());

    private static T? Read<T>(ReadOnlySequence<byte> body, Func<ReadOnlySpan<byte>, T?> read)
        where T : class
    {
        byte[]? whole = null;
        try
        {
            if (body.IsSingleSegment) return read(body.FirstSpan);
            // One copy costs less than to look for the end of a segment at every token.
            var length = (int)body.Length;
            whole = ArrayPool<byte>.Shared.Rent(length);
            body.CopyTo(whole);
            return read(whole.AsSpan(0, length));
        }
        catch (JsonException)
        {
            return null;
        }
        finally
        {
            if (whole is not null) ArrayPool<byte>.Shared.Return(whole);
        }
    }

    private CheckBody? ReadWhole() => Next(JsonTokenType.StartObject) && ReadCheck() is { } check && !_json.Read() ? check : null;

    private BatchBody? ReadBatch()
    {
        if (!Next(JsonTokenType.StartObject) || !Next(JsonTokenType.PropertyName) || !_json.ValueSpan.SequenceEqual("checks"u8)
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
        var hasProject = false;
        while (Next(JsonTokenType.PropertyName))
        {
            // An escaped name is none of these, whatever it stands for.
            var name = _json.ValueSpan;
            var isProject = name.SequenceEqual("project"u8);
            if (!_json.Read()) return null;
            var value = Word();
            if (value is null && !(isProject && _json.TokenType == JsonTokenType.Null)) return null;
            if (isProject && !hasProject) (project, hasProject) = (value, true);
            else if (name.SequenceEqual("organization"u8) && organization is null) organization = value;
            else if (name.SequenceEqual("user"u8) && user is null) user = value;
            else if (name.SequenceEqual("action"u8) && action is null) action = value;
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
        if (_json.TokenType != JsonTokenType.String || _json.ValueIsEscaped) return null;
        Span<char> characters = stackalloc char[MostCharacters];
        if (_json.ValueSpan.Length > MostCharacters
            || Ascii.ToUtf16(_json.ValueSpan, characters, out var length) != OperationStatus.Done) return null;
        var word = characters[..length];
        if (_words is null) return word.ToString();
        var words = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        if (words.TryGetValue(word, out var known)) return known;
        var made = word.ToString();
        _words.Add(made);
        return made;
    }
}
