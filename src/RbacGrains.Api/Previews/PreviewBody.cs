using System.Collections.Immutable;
using System.Text.Json.Serialization;
using RbacGrains.Core;

namespace RbacGrains.Api;

/// <summary>A change that is not to be made, but to be shown: one of these.</summary>
internal sealed record PreviewBody
{
    /// <summary>A change of a member.</summary>
    public PreviewMemberBody? Member { get; init; }

    /// <summary>A change of plan.</summary>
    public PreviewPlanBody? Plan { get; init; }

    /// <summary>As Core has it.</summary>
    public PreviewedChange Change() => new() { Member = Member?.Change(), Plan = Plan?.Change() };
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
