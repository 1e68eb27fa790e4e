using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace RbacGrains.Client;

/// <summary>
/// The JSON of every answer that is read, generated at build time. What a newer service says beside it is passed over; what this version
/// needs and does not find is an error, and never a default.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters =
    [
        typeof(WordConverter<DecisionReason>), typeof(WordConverter<MemberStatus>), typeof(WordConverter<InvitationStatus>),
        typeof(WordConverter<ApiKeyStatus>), typeof(WordConverter<StepKind>), typeof(WordConverter<StepEffect>),
    ])]
[JsonSerializable(typeof(OrganizationAnswer))]
[JsonSerializable(typeof(ListAnswer<OrganizationAnswer>))]
[JsonSerializable(typeof(MemberAnswer))]
[JsonSerializable(typeof(ListAnswer<MemberAnswer>))]
[JsonSerializable(typeof(GroupAnswer))]
[JsonSerializable(typeof(ListAnswer<GroupAnswer>))]
[JsonSerializable(typeof(CountAnswer))]
[JsonSerializable(typeof(ListAnswer<AffectedMemberAnswer>))]
[JsonSerializable(typeof(PermissionsAnswer))]
[JsonSerializable(typeof(ProjectsAnswer))]
[JsonSerializable(typeof(ListAnswer<string>))]
[JsonSerializable(typeof(RoleAnswer))]
[JsonSerializable(typeof(ListAnswer<RoleAnswer>))]
[JsonSerializable(typeof(DecisionAnswer))]
[JsonSerializable(typeof(BatchAnswer))]
[JsonSerializable(typeof(ExplanationAnswer))]
[JsonSerializable(typeof(InvitationAnswer))]
[JsonSerializable(typeof(InvitationOfferAnswer))]
[JsonSerializable(typeof(ListAnswer<InvitationAnswer>))]
[JsonSerializable(typeof(ApiKeyAnswer))]
[JsonSerializable(typeof(ListAnswer<ApiKeyAnswer>))]
[JsonSerializable(typeof(ServiceAccountAnswer))]
[JsonSerializable(typeof(ListAnswer<ServiceAccountAnswer>))]
[JsonSerializable(typeof(ListAnswer<AuditAnswer>))]
[JsonSerializable(typeof(ResourceAnswer))]
[JsonSerializable(typeof(ListAnswer<ResourceAnswer>))]
[JsonSerializable(typeof(SearchAnswer))]
internal sealed partial class HttpJson : JsonSerializerContext
{
    /// <summary>The bytes of a body.</summary>
    public static byte[] Bytes(JsonObject body)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes)) body.WriteTo(json);
        return bytes.ToArray();
    }
}

/// <summary>Reads enumerations by the words that the API has for them: their names in snake_case.</summary>
internal sealed class WordConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false)
    where T : struct, Enum;
