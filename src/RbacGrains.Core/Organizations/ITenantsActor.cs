namespace RbacGrains.Core;

/// <summary>The list of organizations as other actors meet it.</summary>
public interface ITenantsActor : ITenants
{
    /// <summary>Opens a place for an organization in the list.</summary>
    /// <returns>The number of its page.</returns>
    ValueTask<int> OpenPlace(string organization);
}
