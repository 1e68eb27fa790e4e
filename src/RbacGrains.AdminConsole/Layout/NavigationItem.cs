namespace RbacGrains.AdminConsole;

/// <summary>An entry of an organization's navigation.</summary>
/// <param name="Page">The page's own part of the path: <c>/console/{organization}/{Page}</c>.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Icon">The name of its Material Symbol.</param>
/// <param name="Needs">What a person has to be allowed for it; null for every member.</param>
public sealed record NavigationItem(string Page, string Title, string Icon, AdministrativeOperation? Needs)
{
    /// <summary>The title of the group under which it is shown; items of a group follow each other.</summary>
    public string Group { get; init; } = "";

    /// <summary>Whether a person may use it.</summary>
    public bool IsFor(ConsoleOrganization organization)
    {
        ArgumentNullException.ThrowIfNull(organization);
        return Needs is not { } operation || organization.May(operation);
    }
}
