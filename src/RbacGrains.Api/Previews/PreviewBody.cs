using System.Collections.Immutable;
using System.Text.Json.Serialization;
using RbacGrains.Core;

namespace RbacGrains.Api;

/// <summary>A change that is not to be made, but to be shown: one of these.</summary>
internal sealed record PreviewBody
{
    /// <summary>A change of a member.</summary>
    public PreviewMemberBody? Member { get; init; }

    /// <summary>A change of a role.</summary>
    public PreviewRoleBody? Role { get; init; }

    /// <summary>A change of a group, or of who is in it.</summary>
    public PreviewGroupBody? Group { get; init; }

    /// <summary>A change of plan.</summary>
    public PreviewPlanBody? Plan { get; init; }

    /// <summary>As Core has it.</summary>
    public PreviewedChange Change() => new() { Member = Member?.Change(), Role = Role?.Change(), Group = Group?.Change(), Plan = Plan?.Change() };
}

/// <summary>A change of a member: <c>put</c>, <c>patch</c> or <c>remove</c>.</summary>
internal sealed record PreviewMemberBody
{
    /// <summary>The member, or who is to be one.</summary>
    [JsonRequired]
    public string User { get; init; } = null!;

    /// <summary>All that the member is to be assigned.</summary>
    public MemberBody? Put { get; init; }

    /// <summary>A merge patch of what the member is assigned.</summary>
    public MemberPatchBody? Patch { get; init; }

    /// <summary>Whether the member is to be removed.</summary>
    public bool Remove { get; init; }

    /// <summary>As Core has it.</summary>
    public PreviewedMember Change() => new(User)
    {
        Put = Put is null ? null : Assignments.Of(Put, "/member/put"),
        Patch = Patch is null ? null : Assignments.Of(Patch, "/member/patch"),
        Remove = Remove,
    };
}

/// <summary>A change of a role of the organization's own: <c>put</c> or <c>delete</c>.</summary>
internal sealed record PreviewRoleBody
{
    /// <summary>The role.</summary>
    [JsonRequired]
    public string Role { get; init; } = null!;

    /// <summary>All that the role is to be.</summary>
    public RoleBody? Put { get; init; }

    /// <summary>How the role is to be deleted.</summary>
    public PreviewRoleDeletionBody? Delete { get; init; }

    /// <summary>As Core has it.</summary>
    public PreviewedRole Change() => new(Role)
    {
        Put = Put?.Content("/role/put"),
        Delete = Delete is null ? null : new DeleteRole(Delete.Reassign),
    };
}

/// <summary>The end of a role.</summary>
internal sealed record PreviewRoleDeletionBody
{
    /// <summary>The role that its holders get instead; none when it is neither held nor promised.</summary>
    public string? Reassign { get; init; }
}

/// <summary>A change of a group: <c>put</c>, <c>delete</c>, <c>add_member</c> or <c>remove_member</c>.</summary>
internal sealed record PreviewGroupBody
{
    /// <summary>The group.</summary>
    [JsonRequired]
    public string Group { get; init; } = null!;

    /// <summary>All that the group is to be.</summary>
    public GroupBody? Put { get; init; }

    /// <summary>Whether the group is to be deleted.</summary>
    public bool Delete { get; init; }

    /// <summary>Who is to be taken into it.</summary>
    public string? AddMember { get; init; }

    /// <summary>Who is to be taken out of it.</summary>
    public string? RemoveMember { get; init; }

    /// <summary>As Core has it.</summary>
    public PreviewedGroup Change() => new(Group)
    {
        Put = Put?.Content("/group/put"),
        Delete = Delete,
        AddMember = AddMember,
        RemoveMember = RemoveMember,
    };
}

/// <summary>A change of plan.</summary>
internal sealed record PreviewPlanBody
{
    /// <summary>The plan to move to.</summary>
    [JsonRequired]
    public string Plan { get; init; } = null!;

    /// <summary>Which role members get instead of one that the plan does not offer.</summary>
    public Dictionary<string, string>? Reassign { get; init; }

    /// <summary>As Core has it.</summary>
    public PreviewedPlan Change() => new(Plan)
    {
        Reassign = (Reassign ?? []).ToImmutableSortedDictionary(
            roles => roles.Key, roles => roles.Value ?? throw NullRole(roles.Key), StringComparer.Ordinal),
    };

    private static RequestException NullRole(string role) => new(Problem.BadRequest(
        ProblemCodes.InvalidType, "This has to be a role, and is null.", JsonPointer.To("plan", "reassign", role)));
}
