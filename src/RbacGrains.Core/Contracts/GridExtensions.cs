using RbacGrains.Model;

namespace RbacGrains.Core;

/// <summary>Shorter words for what is asked most.</summary>
public static class GridExtensions
{
    /// <summary>Whether a user may do something, asked by the service itself.</summary>
    public static ValueTask<Result<Decision>> Check(
        this IUser user, string organization, string action, string? project = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(user);
        return user.Check(Caller.Service, organization, action, project, cancellationToken);
    }

    /// <summary>Gives a member another role.</summary>
    public static ValueTask<Result<MemberView>> AssignRole(
        this IOrganization organization, ChangeContext context, string user, string role, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(organization);
        return organization.PatchMember(context, user, new MemberPatch { Role = role }, cancellationToken);
    }
}
