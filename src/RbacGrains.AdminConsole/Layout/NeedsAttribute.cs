namespace RbacGrains.AdminConsole;

/// <summary>
/// Says what a person has to be allowed for a page of an organization; whoever is not is told so instead. Without it the page is for every
/// member. It decides what is shown only: the engine refuses a page's calls all the same.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsAttribute(AdministrativeOperation operation) : Attribute
{
    /// <summary>What the page does.</summary>
    public AdministrativeOperation Operation { get; } = operation;
}
