using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using RbacGrains.Model;

namespace RbacGrains.Core;

/// <summary>
/// How state records are written: JSON, whose fields are only ever added, so that yesterday's records are read by today's
/// program. Written by source generation; nothing is found out at run time.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UseStringEnumConverter = true,
    Converters = [typeof(GrantsConverter)])]
[JsonSerializable(typeof(UserState))]
[JsonSerializable(typeof(OrganizationState))]
[JsonSerializable(typeof(InvitationState))]
[JsonSerializable(typeof(DirectoryPageState))]
[JsonSerializable(typeof(TenantsState))]
[JsonSerializable(typeof(MemberAssignment))]
[JsonSerializable(typeof(MemberPatch))]
[JsonSerializable(typeof(InviteMember))]
[JsonSerializable(typeof(UpdateOrganization))]
public sealed partial class StateJson : JsonSerializerContext
{
    /// <summary>How a type is written.</summary>
    /// <exception cref="InvalidOperationException">The type is none of the state records.</exception>
    public static JsonTypeInfo<T> TypeInfo<T>() =>
        (JsonTypeInfo<T>?)Default.GetTypeInfo(typeof(T))
        ?? throw new InvalidOperationException($"{typeof(T)} is not a state record.");
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
