using System.Text.Json;
using System.Text.Json.Serialization;

namespace RbacGrains.Api;

/// <summary>The answer to one evaluation.</summary>
internal sealed record AuthZenDecisionJson(bool Decision, AuthZenContextJson Context);

/// <summary>What led to a decision: a reason with the versions that were judged by, or an error.</summary>
internal sealed record AuthZenContextJson(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Reason,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? PolicyVersion,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? AccessVersion,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] AuthZenErrorJson? Error);

/// <summary>Why one evaluation among several could not be made.</summary>
internal sealed record AuthZenErrorJson(
    int Status,
    string Code,
    string Message,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Pointer);

/// <summary>The answers to several evaluations, in order; short where the semantic ended them early.</summary>
internal sealed record AuthZenEvaluationsJson(IReadOnlyList<AuthZenDecisionJson> Evaluations);

/// <summary>What a search has found.</summary>
internal sealed record AuthZenSearchJson(AuthZenPageJson Page, IReadOnlyList<AuthZenEntityJson> Results);

/// <summary>Where a search goes on.</summary>
internal sealed record AuthZenPageJson(string NextToken, int Count);

/// <summary>A subject or resource by type and id, or an action by name.</summary>
internal sealed record AuthZenEntityJson(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Type,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Id,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Name);

/// <summary>Where the decision point is.</summary>
internal sealed record AuthZenMetadataJson(
    string PolicyDecisionPoint,
    string AccessEvaluationEndpoint,
    string AccessEvaluationsEndpoint,
    string SearchSubjectEndpoint,
    string SearchResourceEndpoint,
    string SearchActionEndpoint);

/// <summary>The shape of an evaluation, for the OpenAPI document: bodies are read by <see cref="AuthZenReader"/>, which ignores what it does not know.</summary>
internal sealed record AuthZenEvaluationBody(
    AuthZenEntityBody Subject, AuthZenActionBody Action, AuthZenEntityBody Resource, JsonElement? Context);

/// <summary>The shape of several evaluations, for the OpenAPI document.</summary>
internal sealed record AuthZenEvaluationsBody(
    AuthZenEntityBody? Subject,
    AuthZenActionBody? Action,
    AuthZenEntityBody? Resource,
    JsonElement? Context,
    IReadOnlyList<AuthZenEvaluationBody>? Evaluations,
    AuthZenOptionsBody? Options);

/// <summary>The shape of the options of several evaluations, for the OpenAPI document.</summary>
internal sealed record AuthZenOptionsBody(string? EvaluationsSemantic);

/// <summary>The shape of a search, for the OpenAPI document.</summary>
internal sealed record AuthZenSearchBody(
    AuthZenEntityBody? Subject, AuthZenActionBody? Action, AuthZenEntityBody? Resource, JsonElement? Context, AuthZenPageBody? Page);

/// <summary>The shape of a subject or resource, for the OpenAPI document.</summary>
internal sealed record AuthZenEntityBody(string Type, string? Id, JsonElement? Properties);

/// <summary>The shape of an action, for the OpenAPI document.</summary>
internal sealed record AuthZenActionBody(string Name, JsonElement? Properties);

/// <summary>The shape of a page request, for the OpenAPI document.</summary>
internal sealed record AuthZenPageBody(string? Token, int? Limit);
