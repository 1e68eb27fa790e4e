namespace RbacGrains.Grains;

/// <summary>A <see cref="Caller"/> on the wire.</summary>
[GenerateSerializer]
[Immutable]
[Alias("rbac.caller_surrogate")]
internal struct CallerSurrogate
{
    [Id(0)]
    public string? User;

    [Id(1)]
    public string? Organization;
}

/// <summary>A <see cref="CheckRequest"/> on the wire.</summary>
[GenerateSerializer]
[Immutable]
[Alias("rbac.check_request_surrogate")]
internal struct CheckRequestSurrogate
{
    [Id(0)]
    public string Organization;

    [Id(1)]
    public string Action;

    [Id(2)]
    public string? Project;
}

/// <summary>A <see cref="Decision"/> on the wire.</summary>
[GenerateSerializer]
[Immutable]
[Alias("rbac.decision_surrogate")]
internal struct DecisionSurrogate
{
    [Id(0)]
    public DecisionReason Reason;

    [Id(1)]
    public long PolicyVersion;

    [Id(2)]
    public long AccessVersion;
}

/// <summary>Turns what a check is made of into what travels, and back.</summary>
[RegisterConverter]
internal sealed class CheckConverter :
    IConverter<Caller, CallerSurrogate>, IConverter<CheckRequest, CheckRequestSurrogate>, IConverter<Decision, DecisionSurrogate>
{
    public Caller ConvertFromSurrogate(in CallerSurrogate surrogate) => new(surrogate.User) { Organization = surrogate.Organization };

    public CallerSurrogate ConvertToSurrogate(in Caller value) => new() { User = value.User, Organization = value.Organization };

    public CheckRequest ConvertFromSurrogate(in CheckRequestSurrogate surrogate) =>
        new(surrogate.Organization, surrogate.Action, surrogate.Project);

    public CheckRequestSurrogate ConvertToSurrogate(in CheckRequest value) =>
        new() { Organization = value.Organization, Action = value.Action, Project = value.Project };

    public Decision ConvertFromSurrogate(in DecisionSurrogate surrogate) =>
        new(surrogate.Reason, surrogate.PolicyVersion, surrogate.AccessVersion);

    public DecisionSurrogate ConvertToSurrogate(in Decision value) =>
        new() { Reason = value.Reason, PolicyVersion = value.PolicyVersion, AccessVersion = value.AccessVersion };
}
