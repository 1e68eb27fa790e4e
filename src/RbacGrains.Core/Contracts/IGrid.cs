namespace RbacGrains.Core;

/// <summary>
/// The way in: every organization, user and invitation by its id, wherever it lives. The embedded host and the cluster are
/// used through this one interface. Asking for an actor costs nothing; an actor that was never written answers "not found".
/// </summary>
public interface IGrid
{
    /// <summary>The list of all organizations.</summary>
    ITenants Tenants { get; }

    /// <summary>An organization, whether or not it exists yet.</summary>
    IOrganization Organization(string id);

    /// <summary>A user, whether or not a member of anything.</summary>
    IUser User(string id);

    /// <summary>An invitation.</summary>
    IInvitation Invitation(string id);
}
