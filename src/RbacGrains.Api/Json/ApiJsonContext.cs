using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using RbacGrains.Core;

namespace RbacGrains.Api;

/// <summary>The JSON of every request and answer, generated at build time: snake_case, and strict in what it reads.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    MaxDepth = RbacApiOptions.MostDepth,
    Converters =
    [
        typeof(TimestampConverter), typeof(DurationConverter), typeof(RawJsonConverter),
        typeof(OptionalConverter<string>), typeof(OptionalConverter<bool?>), typeof(OptionalConverter<DateTimeOffset?>),
        typeof(OptionalConverter<Dictionary<string, string?>>), typeof(OptionalConverter<Dictionary<string, ProjectBody?>>),
    ])]
[JsonSerializable(typeof(CreateOrganizationBody))]
[JsonSerializable(typeof(OrganizationPatchBody))]
[JsonSerializable(typeof(OrganizationJson))]
[JsonSerializable(typeof(ListJson<OrganizationJson>))]
[JsonSerializable(typeof(MemberBody))]
[JsonSerializable(typeof(MemberPatchBody))]
[JsonSerializable(typeof(RoleBody))]
[JsonSerializable(typeof(MemberJson))]
[JsonSerializable(typeof(ListJson<MemberJson>))]
[JsonSerializable(typeof(CountJson))]
[JsonSerializable(typeof(PreviewBody))]
[JsonSerializable(typeof(ListJson<AffectedMemberJson>))]
[JsonSerializable(typeof(PermissionsJson))]
[JsonSerializable(typeof(GroupBody))]
[JsonSerializable(typeof(GroupJson))]
[JsonSerializable(typeof(ListJson<GroupJson>))]
[JsonSerializable(typeof(ProjectSetJson))]
[JsonSerializable(typeof(ListJson<string>))]
[JsonSerializable(typeof(RoleJson))]
[JsonSerializable(typeof(ListJson<RoleJson>))]
[JsonSerializable(typeof(CheckBody))]
[JsonSerializable(typeof(CheckJson))]
[JsonSerializable(typeof(BatchBody))]
[JsonSerializable(typeof(BatchJson))]
[JsonSerializable(typeof(ExplanationJson))]
[JsonSerializable(typeof(InviteBody))]
[JsonSerializable(typeof(EmptyBody))]
[JsonSerializable(typeof(AnswerInvitationBody))]
[JsonSerializable(typeof(ShowInvitationBody))]
[JsonSerializable(typeof(InvitationOfferJson))]
[JsonSerializable(typeof(InvitationJson))]
[JsonSerializable(typeof(ListJson<InvitationJson>))]
[JsonSerializable(typeof(CreateApiKeyBody))]
[JsonSerializable(typeof(RotateApiKeyBody))]
[JsonSerializable(typeof(ApiKeyJson))]
[JsonSerializable(typeof(ListJson<ApiKeyJson>))]
[JsonSerializable(typeof(ServiceAccountPatchBody))]
[JsonSerializable(typeof(ServiceAccountJson))]
[JsonSerializable(typeof(ListJson<ServiceAccountJson>))]
[JsonSerializable(typeof(AuditEntryJson))]
[JsonSerializable(typeof(ListJson<AuditEntryJson>))]
[JsonSerializable(typeof(MatrixRowJson))]
[JsonSerializable(typeof(ListJson<MatrixRowJson>))]
[JsonSerializable(typeof(ListJson<JsonObject>))]
[JsonSerializable(typeof(ResourceEntryBody))]
[JsonSerializable(typeof(ResourceEntryJson))]
[JsonSerializable(typeof(ListJson<ResourceEntryJson>))]
[JsonSerializable(typeof(AuthZenEvaluationBody))]
[JsonSerializable(typeof(AuthZenEvaluationsBody))]
[JsonSerializable(typeof(AuthZenSearchBody))]
[JsonSerializable(typeof(AuthZenDecisionJson))]
[JsonSerializable(typeof(AuthZenEvaluationsJson))]
[JsonSerializable(typeof(AuthZenSearchJson))]
[JsonSerializable(typeof(AuthZenMetadataJson))]
[JsonSerializable(typeof(System.Text.Json.JsonDocument))]
[JsonSerializable(typeof(AcquireLeasesBody))]
[JsonSerializable(typeof(RenewLeasesBody))]
[JsonSerializable(typeof(LeasesJson))]
[JsonSerializable(typeof(LeaseJson))]
[JsonSerializable(typeof(LeaseEventJson))]
[JsonSerializable(typeof(HealthJson))]
[JsonSerializable(typeof(ProblemJson))]
[JsonSerializable(typeof(MeJson))]
[JsonSerializable(typeof(SignedOutJson))]
[JsonSerializable(typeof(Optional<string?>))]
[JsonSerializable(typeof(Optional<bool?>))]
[JsonSerializable(typeof(Optional<DateTimeOffset?>))]
[JsonSerializable(typeof(Optional<Dictionary<string, string?>?>))]
[JsonSerializable(typeof(Optional<Dictionary<string, ProjectBody?>?>))]
[JsonSerializable(typeof(Dictionary<string, ProjectBody?>))]
internal sealed partial class ApiJsonContext : JsonSerializerContext;
