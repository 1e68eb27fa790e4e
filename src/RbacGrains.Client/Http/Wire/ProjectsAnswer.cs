namespace RbacGrains.Client;

/// <summary>The projects in which a user may do something.</summary>
internal sealed record ProjectsAnswer(bool InOrganization, bool AllExcept, IReadOnlyList<string> Projects)
{
    /// <summary>As the model has it.</summary>
    public ProjectSet ToSet() => !InOrganization ? ProjectSet.Nothing
        : AllExcept ? ProjectSet.AllExcept(Projects)
        : ProjectSet.Only(Projects);
}
