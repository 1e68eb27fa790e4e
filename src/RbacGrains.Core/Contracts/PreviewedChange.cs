using System.Collections.Immutable;

namespace RbacGrains.Core;

/// <summary>A change that is not to be made, but to be judged and shown: exactly one of its parts.</summary>
public sealed record PreviewedChange
{
    /// <summary>A change of a member.</summary>
    public PreviewedMember? Member { get; init; }

    /// <summary>A change of a role of the organization's own.</summary>
    public PreviewedRole? Role { get; init; }

    /// <summary>A change of a group, or of who is in it.</summary>
    public PreviewedGroup? Group { get; init; }

    /// <summary>A change of plan.</summary>
    public PreviewedPlan? Plan { get; init; }
}

/// <summary>A change of a member: exactly one of <see cref="Put"/>, <see cref="Patch"/> and <see cref="Remove"/>.</summary>
/// <param name="User">The member, or who is to be one.</param>
public sealed record PreviewedMember(string User)
{
    /// <summary>As <see cref="IOrganization.PutMember"/>.</summary>
    public MemberAssignment? Put { get; init; }

    /// <summary>As <see cref="IOrganization.PatchMember"/>.</summary>
    public MemberPatch? Patch { get; init; }

    /// <summary>As <see cref="IOrganization.RemoveMember"/>.</summary>
    public bool Remove { get; init; }
}

/// <summary>A change of a role: exactly one of <see cref="Put"/> and <see cref="Delete"/>.</summary>
/// <param name="Role">The role.</param>
public sealed record PreviewedRole(string Role)
{
    /// <summary>As <see cref="IOrganization.PutRole"/>.</summary>
    public RoleContent? Put { get; init; }

    /// <summary>As <see cref="IOrganization.DeleteRole"/>.</summary>
    public DeleteRole? Delete { get; init; }
}

/// <summary>A change of a group: exactly one of its parts.</summary>
/// <param name="Group">The group.</param>
public sealed record PreviewedGroup(string Group)
{
    /// <summary>As <see cref="IOrganization.PutGroup"/>.</summary>
    public GroupContent? Put { get; init; }

    /// <summary>As <see cref="IOrganization.DeleteGroup"/>.</summary>
    public bool Delete { get; init; }

    /// <summary>Who is to be taken into it, as <see cref="IOrganization.AddGroupMember"/>.</summary>
    public string? AddMember { get; init; }

    /// <summary>Who is to be taken out of it, as <see cref="IOrganization.RemoveGroupMember"/>.</summary>
    public string? RemoveMember { get; init; }
}

/// <summary>A change of plan, as of <see cref="IOrganization.Update"/>.</summary>
/// <param name="Plan">The plan to move to.</param>
public sealed record PreviewedPlan(string Plan)
{
    /// <summary>See <see cref="UpdateOrganization.Reassign"/>.</summary>
    public ImmutableSortedDictionary<string, string> Reassign { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
