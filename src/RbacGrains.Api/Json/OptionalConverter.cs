using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using RbacGrains.Core;

namespace RbacGrains.Api;

/// <summary>A field of a merge patch: left out it stays, and null means something of its own.</summary>
internal sealed class OptionalConverter<T> : JsonConverter<Optional<T?>>
{
    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override Optional<T?> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize(ref reader, (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Optional<T?> value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Patches are read, never written.");
}
