namespace RbacGrains.Core;

/// <summary>The other actors, wherever they live. There is one of each at any time.</summary>
public interface IActors
{
    /// <summary>An organization.</summary>
    IOrganizationActor Organization(string id);

    /// <summary>A user.</summary>
    IUserActor User(string id);

    /// <summary>An invitation.</summary>
    IInvitationActor Invitation(string id);

    /// <summary>A page of a directory, by <see cref="DirectoryName.Page"/>.</summary>
    IDirectoryPage DirectoryPage(string key);

    /// <summary>An entry of a resource catalog, by <see cref="CatalogKey.Of"/>.</summary>
    ICatalogEntry CatalogEntry(string key);

    /// <summary>A group, by <see cref="GroupKey.Of"/>.</summary>
    IGroup Group(string key);

    /// <summary>The list of organizations.</summary>
    ITenantsActor Tenants();
}
