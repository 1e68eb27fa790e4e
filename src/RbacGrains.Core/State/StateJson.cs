using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using RbacGrains.Model;

namespace RbacGrains.Core;

/// <summary>
/// How state records are written: JSON, whose fields are only ever added, so that yesterday's records are read by today's
/// program. It is found out at run time, because generated code would forget the initializers of what a record does not say.
/// </summary>
public static class StateJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Converters = { new GrantsConverter(), new PropertiesConverter(), new ConditionConverter(), new JsonStringEnumConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    /// <summary>How a type is written.</summary>
    public static JsonTypeInfo<T> TypeInfo<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));
}

/// <summary>Writes grants as an object of area or action and level.</summary>
internal sealed class GrantsConverter : JsonConverter<Grants>
{
    /// <inheritdoc/>
    public override Grants Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("Grants are an object.");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var on = reader.GetString()!;
            reader.Read();
            pairs.Add(KeyValuePair.Create(on, reader.GetString() ?? throw new JsonException($"'{on}' has no level.")));
        }
        return Grants.Of(pairs);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Grants value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var grant in value.Items) writer.WriteString(grant.On, grant.Level);
        writer.WriteEndObject();
    }
}

/// <summary>Writes properties as the object that they are.</summary>
internal sealed class PropertiesConverter : JsonConverter<Properties>
{
    /// <inheritdoc/>
    public override Properties Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var json = JsonElement.ParseValue(ref reader);
        return Properties.Mistake(json) is { } mistake ? throw new JsonException(mistake) : Properties.Of(json);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Properties value, JsonSerializerOptions options) => value.Json.WriteTo(writer);
}

/// <summary>Writes conditions as model documents do.</summary>
internal sealed class ConditionConverter : JsonConverter<Condition>
{
    /// <inheritdoc/>
    public override Condition Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ConditionJson.Parse(JsonElement.ParseValue(ref reader));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Condition value, JsonSerializerOptions options) =>
        ConditionJson.Of(value).WriteTo(writer, options);
}
