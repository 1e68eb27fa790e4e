using System.Text.Json.Serialization;

namespace RbacGrains.Client;

/// <summary>The JSON of leases over HTTP, as docs/leases.md describes it. What is not known is passed over: a newer service may say more.</summary>
internal sealed record EventWire(string? Session, long LeaseMs, long Number, string[]? Users, string[]? Organizations);

/// <summary>A request.</summary>
internal sealed record AcquireWire(long Sequence, IEnumerable<AccessKey> Accesses, IEnumerable<string> Policies);

/// <summary>A renewal.</summary>
internal sealed record RenewWire(
    long Acknowledged, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ReleasedWire? Released);

/// <summary>What is held no longer.</summary>
internal sealed record ReleasedWire(long AsOf, IEnumerable<string> Users, IEnumerable<string> Organizations);

/// <summary>A lease.</summary>
internal sealed record LeaseWire(long LeaseMs);

/// <summary>What is held from now on.</summary>
internal sealed record LeasesWire(AccessWire[] Accesses, PolicyWire[] Policies, RefusalWire[] Refused)
{
    public LeaseAnswer ToAnswer() => new(
        [.. Accesses.Select(access => access.ToAccess())],
        [.. Policies.Select(policy => policy.ToPolicy())],
        [.. Refused.Select(refusal => new LeaseRefusal(refusal.Organization, new Error(ErrorKind.NotFound, refusal.Code, refusal.Message)))]);
}

/// <summary>What a user holds.</summary>
internal sealed record AccessWire(string User, string Organization, long Incarnation, AssignedWire? Access)
{
    public LeasedAccess ToAccess() => new(User, Organization, Incarnation, Access?.ToAccess());
}

/// <summary>What is assigned.</summary>
internal sealed record AssignedWire(
    string Role,
    long Version,
    bool Suspended,
    DateTimeOffset? ExpiresAt,
    Dictionary<string, string>? Grants,
    GroupWire[]? Groups,
    ScopeWire[]? Projects)
{
    public Access ToAccess() => new()
    {
        Role = Role,
        Version = Version,
        Suspended = Suspended,
        ExpiresAt = ExpiresAt,
        Grants = Model.Grants.Of(Grants ?? []),
        Groups = Groups is null ? [] : [.. Groups.Select(group => group.ToGrants())],
        Projects = Projects is null ? [] : [.. Projects.Select(scope => scope.ToScope())],
    };
}

/// <summary>What a group of the member gives.</summary>
internal sealed record GroupWire(string Group, long Version, string? Role, Dictionary<string, string>? Grants)
{
    public GroupGrants ToGrants() => new(Group, Version, Role, Model.Grants.Of(Grants ?? []));
}

/// <summary>A ceiling inside a project.</summary>
internal sealed record ScopeWire(string Project, string? Role, DateTimeOffset? ExpiresAt, Dictionary<string, string>? Grants)
{
    public ProjectScope ToScope() => new() { Project = Project, Role = Role, ExpiresAt = ExpiresAt, Grants = Model.Grants.Of(Grants ?? []) };
}

/// <summary>A policy, or why there is none.</summary>
internal sealed record PolicyWire(string Organization, DescriptionWire? Policy, ErrorWire? Error)
{
    public LeasedPolicy ToPolicy() => new(
        Organization,
        Policy?.ToDescription(),
        Error is null ? null : new Error(
            Error.Code == ErrorCodes.OrganizationNotFound ? ErrorKind.NotFound : ErrorKind.Unavailable, Error.Code, Error.Message));
}

/// <summary>All that a policy is compiled from.</summary>
internal sealed record DescriptionWire(string Model, int ModelVersion, string Plan, long Version, long Incarnation, RoleWire[]? CustomRoles)
{
    public PolicyDescription ToDescription() => new(Model, ModelVersion, Plan, Version, Incarnation)
    {
        CustomRoles = CustomRoles is null ? [] : [.. CustomRoles.Select(role => role.ToRole())],
    };
}

/// <summary>A role of an organization's own, as far as it is judged by.</summary>
internal sealed record RoleWire(string Id, string? BasedOn, Dictionary<string, string>? Grants, string[]? Plans)
{
    public CustomRole ToRole() => new()
    {
        Id = Id,
        Title = Id,
        BasedOn = BasedOn,
        Grants = Model.Grants.Of(Grants ?? []),
        Plans = Plans is null ? [] : [.. Plans],
    };
}

/// <summary>An error that is held.</summary>
internal sealed record ErrorWire(string Code, string Message);

/// <summary>An organization that is not given.</summary>
internal sealed record RefusalWire(string Organization, string Code, string Message);

/// <summary>The JSON of all of them.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(EventWire))]
[JsonSerializable(typeof(AcquireWire))]
[JsonSerializable(typeof(RenewWire))]
[JsonSerializable(typeof(LeaseWire))]
[JsonSerializable(typeof(LeasesWire))]
internal sealed partial class LeaseWireContext : JsonSerializerContext;
