using System.Text.Encodings.Web;
using System.Text.Json;

namespace RbacGrains.Api;

/// <summary>How the API reads and writes JSON.</summary>
internal static class ApiJson
{
    // No answer is ever part of a page of HTML, so only what JSON itself needs is escaped: a '+' in an id stays a '+'.
    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    /// <summary>Every type that is read or written.</summary>
    public static ApiJsonContext Context { get; } =
        new(new JsonSerializerOptions(ApiJsonContext.Default.Options) { Encoder = Encoder });

    /// <summary>How answers are written that no type describes.</summary>
    public static JsonWriterOptions WriterOptions { get; } = new() { Encoder = Encoder };
}
