namespace RbacGrains.Client;

/// <summary>A group of an organization's members.</summary>
internal sealed record GroupAnswer(
    string Id,
    string Organization,
    string Title,
    string Description,
    string? Role,
    Dictionary<string, string> Grants,
    int Members,
    long Version,
    long PolicyVersion)
{
    /// <summary>As Core has it.</summary>
    public GroupView ToView() => new(
        Id, Organization, Title, Description, Role, Model.Grants.Of(Grants), Members, Version, PolicyVersion);
}
