namespace RbacGrains.Client;

/// <summary>A role as it can be assigned in one organization.</summary>
internal sealed record RoleAnswer(
    string Id,
    string Title,
    string Description,
    bool Admin,
    bool Offered,
    IReadOnlyList<string> Plans,
    Dictionary<string, string> Grants,
    long PolicyVersion)
{
    /// <summary>As Core has it.</summary>
    public RoleView ToView() => new(
        new Role { Id = Id, Title = Title, Description = Description, IsAdmin = Admin, Plans = [.. Plans], Grants = Model.Grants.Of(Grants) },
        Offered,
        PolicyVersion);
}
