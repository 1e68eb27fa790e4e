using System.Text.Json.Serialization;
using RbacGrains.Core;
using RbacGrains.Model;

namespace RbacGrains.Api;

/// <summary>A lease.</summary>
/// <param name="LeaseMs">For how many milliseconds, counted from before it was asked for.</param>
internal sealed record LeaseJson(long LeaseMs);

/// <summary>What a session holds from now on.</summary>
internal sealed record LeasesJson(
    IReadOnlyList<LeasedAccessJson> Accesses, IReadOnlyList<LeasedPolicyJson> Policies, IReadOnlyList<LeaseRefusalJson> Refused)
{
    /// <summary>The JSON of an answer.</summary>
    public static LeasesJson Of(LeaseAnswer answer) => new(
        [.. answer.Accesses.Select(LeasedAccessJson.Of)],
        [.. answer.Policies.Select(LeasedPolicyJson.Of)],
        [.. answer.Refused.Select(refusal => new LeaseRefusalJson(refusal.Organization, refusal.Error.Code, refusal.Error.Message))]);
}

/// <summary>What a user holds in an organization; without an access, the user is no member.</summary>
internal sealed record LeasedAccessJson(
    string User,
    string Organization,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? Incarnation,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] HeldAccessJson? Access)
{
    /// <summary>The JSON of an access.</summary>
    public static LeasedAccessJson Of(LeasedAccess leased) => new(
        leased.User,
        leased.Organization,
        leased.Access is null ? null : leased.Incarnation,
        leased.Access is null ? null : HeldAccessJson.Of(leased.Access));
}

/// <summary>What is assigned, as it is judged.</summary>
internal sealed record HeldAccessJson(
    string Role,
    long Version,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Suspended,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? ExpiresAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Dictionary<string, string>? Grants,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<HeldGroupJson>? Groups,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<HeldScopeJson>? Projects)
{
    /// <summary>The JSON of what is assigned.</summary>
    public static HeldAccessJson Of(Access access) => new(
        access.Role,
        access.Version,
        access.Suspended,
        access.ExpiresAt,
        Pairs(access.Grants),
        access.Groups.IsEmpty
            ? null
            : [.. access.Groups.Select(group => new HeldGroupJson(group.Group, group.Version, group.Role, Pairs(group.Grants)))],
        access.Projects.IsEmpty
            ? null
            : [.. access.Projects.Select(scope => new HeldScopeJson(scope.Project, scope.Role, scope.ExpiresAt, Pairs(scope.Grants)))]);

    private static Dictionary<string, string>? Pairs(Grants grants) =>
        grants.IsEmpty ? null : new Dictionary<string, string>(grants.Pairs(), StringComparer.Ordinal);
}

/// <summary>What a group of the member gives.</summary>
internal sealed record HeldGroupJson(
    string Group,
    long Version,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Role,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Dictionary<string, string>? Grants);

/// <summary>A ceiling inside a project.</summary>
internal sealed record HeldScopeJson(
    string Project,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Role,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? ExpiresAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Dictionary<string, string>? Grants);

/// <summary>What an organization's members are judged by, or why nothing can be judged there; both are held.</summary>
internal sealed record LeasedPolicyJson(
    string Organization,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] PolicyJson? Policy,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] CheckErrorJson? Error)
{
    /// <summary>The JSON of a policy.</summary>
    public static LeasedPolicyJson Of(LeasedPolicy leased) => new(
        leased.Organization,
        leased.Description is { } policy
            ? new PolicyJson(
                policy.Model,
                policy.ModelVersion,
                policy.Plan,
                policy.Version,
                policy.Incarnation,
                policy.CustomRoles.IsEmpty ? null : [.. policy.CustomRoles.Select(HeldRoleJson.Of)])
            : null,
        leased.Error is { } error ? new CheckErrorJson(error.Code, error.Message, error.ToProblem().Status, null) : null);
}

/// <summary>All that a policy is compiled from, beside the model's document.</summary>
internal sealed record PolicyJson(
    string Model,
    int ModelVersion,
    string Plan,
    long Version,
    long Incarnation,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<HeldRoleJson>? CustomRoles);

/// <summary>A role of the organization's own, as far as it is judged by.</summary>
internal sealed record HeldRoleJson(
    string Id,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? BasedOn,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Dictionary<string, string>? Grants,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Plans)
{
    /// <summary>The JSON of a role.</summary>
    public static HeldRoleJson Of(CustomRole role) => new(
        role.Id,
        role.BasedOn,
        role.Grants.IsEmpty ? null : new Dictionary<string, string>(role.Grants.Pairs(), StringComparer.Ordinal),
        role.Plans.IsEmpty ? null : role.Plans);
}

/// <summary>An organization that the caller is not to know of; nothing of it is held.</summary>
internal sealed record LeaseRefusalJson(string Organization, string Code, string Message);
