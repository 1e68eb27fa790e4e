using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using RbacGrains.Model;

namespace RbacGrains.Core;

/// <summary>What a member is assigned, as it stands in the audit log. Written straight: nearly every change leaves it twice.</summary>
internal sealed class AuditedMember : JsonConverter<Membership>
{
    private static readonly JsonTypeInfo<Membership> TypeInfo = (JsonTypeInfo<Membership>)new JsonSerializerOptions
    {
        Converters = { new AuditedMember() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    }.GetTypeInfo(typeof(Membership));

    /// <summary>The JSON of a membership.</summary>
    public static string Of(Membership membership) => JsonSerializer.Serialize(membership, TypeInfo);

    /// <inheritdoc/>
    public override Membership Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("The log does not say all that a membership is.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Membership value, JsonSerializerOptions options)
    {
        var access = value.Access;
        writer.WriteStartObject();
        writer.WriteString("role"u8, access.Role);
        Write(writer, access.Grants);
        writer.WriteStartObject("projects"u8);
        foreach (var scope in access.Projects) Write(writer, scope);
        writer.WriteEndObject();
        Write(writer, access.ExpiresAt);
        writer.WriteBoolean("suspended"u8, access.Suspended);
        writer.WriteString("email"u8, value.Email);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ProjectScope scope)
    {
        writer.WriteStartObject(scope.Project);
        writer.WriteString("role"u8, scope.Role);
        Write(writer, scope.Grants);
        Write(writer, scope.ExpiresAt);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Grants grants)
    {
        writer.WriteStartObject("grants"u8);
        foreach (var grant in grants.Items) writer.WriteString(grant.On, grant.Level);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, DateTimeOffset? expiresAt)
    {
        if (expiresAt is { } end) writer.WriteString("expires_at"u8, end);
        else writer.WriteNull("expires_at"u8);
    }
}
