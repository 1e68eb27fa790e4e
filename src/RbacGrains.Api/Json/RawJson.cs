using System.Text.Json;
using System.Text.Json.Serialization;

namespace RbacGrains.Api;

/// <summary>JSON that is text already, and is passed on as it is.</summary>
internal readonly record struct RawJson(string? Text);

/// <summary>Writes <see cref="RawJson"/>.</summary>
internal sealed class RawJsonConverter : JsonConverter<RawJson>
{
    /// <inheritdoc/>
    public override RawJson Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("It is written, never read.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, RawJson value, JsonSerializerOptions options)
    {
        if (value.Text is null) writer.WriteNullValue();
        else writer.WriteRawValue(value.Text);
    }
}
