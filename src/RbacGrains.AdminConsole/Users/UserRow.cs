using System.Collections.Immutable;

namespace RbacGrains.AdminConsole;

/// <summary>A line of the page: a member, or somebody who is invited and has not answered.</summary>
/// <param name="Id">The user's id; the invitation's for who is no member yet.</param>
/// <param name="Name">What people know them by: the id of a member, the address of the invited.</param>
/// <param name="Email">The e-mail address where it says more than the name; empty otherwise.</param>
/// <param name="Role">The role's id.</param>
/// <param name="RoleTitle">The role's name.</param>
/// <param name="ExpiresAt">Until when; null for ever.</param>
/// <param name="Since">When they joined, or were invited.</param>
public sealed record UserRow(
    string Id, string Name, string Email, string Role, string RoleTitle, DateTimeOffset? ExpiresAt, DateTimeOffset Since)
{
    /// <summary>The member; null for the invited.</summary>
    public MemberView? Member { get; init; }

    /// <summary>The invitation; null for a member.</summary>
    public InvitationView? Invitation { get; init; }

    /// <summary>The groups that the member is in.</summary>
    public ImmutableArray<string> Groups { get; init; } = [];

    /// <summary>The line of a member.</summary>
    public static UserRow Of(MemberView member, ConsoleOrganization organization)
    {
        ArgumentNullException.ThrowIfNull(member);
        ArgumentNullException.ThrowIfNull(organization);
        var email = member.Email is { } address && !string.Equals(address, member.User, StringComparison.OrdinalIgnoreCase) ? address : "";
        return new UserRow(
            member.User, member.User, email, member.Access.Role, organization.TitleOf(member.Access.Role), member.Access.ExpiresAt, member.JoinedAt)
        { Member = member, Groups = [.. member.Access.Groups.Select(group => group.Group)] };
    }

    /// <summary>The line of an open invitation.</summary>
    public static UserRow Of(InvitationView invitation, ConsoleOrganization organization)
    {
        ArgumentNullException.ThrowIfNull(invitation);
        ArgumentNullException.ThrowIfNull(organization);
        return new UserRow(
            invitation.Id, invitation.Email, "", invitation.Role, organization.TitleOf(invitation.Role), invitation.ExpiresAt, invitation.CreatedAt)
        { Invitation = invitation };
    }
}
