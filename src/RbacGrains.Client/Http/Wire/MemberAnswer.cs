namespace RbacGrains.Client;

/// <summary>What a member is assigned.</summary>
internal sealed record MemberAnswer(
    string User,
    string Organization,
    string? Email,
    string Role,
    MemberStatus Status,
    Dictionary<string, string> Grants,
    string? Preset,
    Dictionary<string, ProjectAnswer> Projects,
    DateTimeOffset? ExpiresAt,
    bool Suspended,
    DateTimeOffset JoinedAt,
    long PolicyVersion,
    long AccessVersion)
{
    /// <summary>As Core has it.</summary>
    public MemberView ToView() => new(User, Organization, Email, ToAccess(), Status, Preset, JoinedAt, PolicyVersion);

    private Access ToAccess() => new()
    {
        Role = Role,
        Grants = Model.Grants.Of(Grants),
        Projects = [.. Projects.OrderBy(project => project.Key, StringComparer.Ordinal).Select(project => project.Value.ToScope(project.Key))],
        ExpiresAt = ExpiresAt,
        Suspended = Suspended,
        Version = AccessVersion,
    };
}

/// <summary>A member's ceiling inside one project.</summary>
internal sealed record ProjectAnswer(string? Role, Dictionary<string, string> Grants, DateTimeOffset? ExpiresAt)
{
    /// <summary>As the model has it.</summary>
    public ProjectScope ToScope(string project) => new()
    {
        Project = project,
        Role = Role,
        Grants = Model.Grants.Of(Grants),
        ExpiresAt = ExpiresAt,
    };
}
