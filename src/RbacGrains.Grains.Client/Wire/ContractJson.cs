using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace RbacGrains.Grains;

/// <summary>
/// How contracts are written: as state records are, except that every value is said, so that one which happens to be its type's default
/// (a page of 0 items) arrives as it was sent and is refused by whom it concerns.
/// </summary>
internal static class ContractJson
{
    private static readonly JsonSerializerOptions Options = new(StateJson.TypeInfo<Error>().Options)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new DoneConverter() },
    };

    /// <summary>How a type is written.</summary>
    public static JsonTypeInfo TypeInfo(Type type) => Options.GetTypeInfo(type);

    private sealed class DoneConverter : JsonConverter<Done>
    {
        public override Done Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            reader.Skip();
            return Done.Instance;
        }

        public override void Write(Utf8JsonWriter writer, Done value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            writer.WriteEndObject();
        }
    }
}
