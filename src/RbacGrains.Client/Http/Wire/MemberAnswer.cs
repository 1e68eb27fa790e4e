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
    long AccessVersion,
    IReadOnlyList<string>? Groups = null)
{
    /// <summary>As Core has it, but for what each of the groups gives, which is not said here.</summary>
    public MemberView ToView() => new(
        User,
        Organization,
        Email,
        AccessAnswers.Make(Role, Grants, Projects, ExpiresAt, Suspended, AccessVersion) with
        {
            Groups = [.. (Groups ?? []).Select(group => new GroupGrants(group, 0, null, Model.Grants.Empty))],
        },
        Status,
        Preset,
        JoinedAt,
        PolicyVersion);
}

/// <summary>Makes accesses of the fields that members and service accounts have of them.</summary>
internal static class AccessAnswers
{
    /// <summary>An access as the model has it.</summary>
    public static Access Make(
        string role,
        Dictionary<string, string> grants,
        Dictionary<string, ProjectAnswer> projects,
        DateTimeOffset? expiresAt,
        bool suspended,
        long version) => new()
        {
            Role = role,
            Grants = Grants.Of(grants),
            Projects = [.. projects.OrderBy(project => project.Key, StringComparer.Ordinal).Select(project => project.Value.ToScope(project.Key))],
            ExpiresAt = expiresAt,
            Suspended = suspended,
            Version = version,
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
