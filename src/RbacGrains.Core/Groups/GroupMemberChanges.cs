using RbacGrains.Model;

namespace RbacGrains.Core;

/// <summary>A change of who is in a group. The member's record is what says so.</summary>
internal abstract record GroupMemberChange(string InGroup) : MemberChange
{
    public override string? Group => InGroup;

    public override AdministrativeOperation? Operation(Membership? present, bool isSelf) => AdministrativeOperation.ManageGroups;

    public override string Fingerprint(string user) => $"{GetType().Name} {InGroup} {user}";

    /// <summary>What stands in the log of somebody's being in the group.</summary>
    protected string Audited => new System.Text.Json.Nodes.JsonObject { ["group"] = InGroup }.ToJsonString();
}

/// <summary>Takes a member into a group. What the group gives must be within the caller's own, whatever the member holds already.</summary>
internal sealed record JoinGroup(string InGroup) : GroupMemberChange(InGroup)
{
    public override IEnumerable<(Access? Before, Access After)> Gives(Membership? present, Membership next) =>
        [(null, Containment.OnlyIn(next.Access.FindGroup(InGroup)!))];

    public override IEnumerable<AuditedChange> Audit(string user, Membership? present, Membership? next) =>
        [new AuditedChange(AuditKinds.GroupMemberAdded, user, null, Audited)];

    public override async ValueTask<Result<NextMembership>> Apply(MemberChangeInput input, CancellationToken cancellationToken)
    {
        var key = GroupKey.Of(input.Organization, InGroup);
        var state = await input.Services.Actors.Group(key).Read(cancellationToken);
        if (state?.IsIn(input.Tenant.State.Incarnation) is not true) return GroupRules.NotFound(InGroup);
        if (input.Present is not { } present) return Errors.MemberNotFound(input.User);
        if (present.Access.FindGroup(InGroup) is not null) return new NextMembership(present, IsUnchanged: true);
        if (present.Access.Groups.Length >= GroupRules.MostGroupsOfMember) return GroupRules.TooManyOfMember(input.User);
        var next = present with { Access = present.Access.WithGroup(InGroup, state.Gives(InGroup)) };
        return new NextMembership(next, IsUnchanged: false);
    }
}

/// <summary>Takes a member out of a group.</summary>
internal sealed record LeaveGroup(string InGroup) : GroupMemberChange(InGroup)
{
    public override IEnumerable<(Access? Before, Access After)> Gives(Membership? present, Membership next) => [];

    public override IEnumerable<AuditedChange> Audit(string user, Membership? present, Membership? next) =>
        [new AuditedChange(AuditKinds.GroupMemberRemoved, user, Audited, null)];

    public override async ValueTask<Result<NextMembership>> Apply(MemberChangeInput input, CancellationToken cancellationToken)
    {
        var key = GroupKey.Of(input.Organization, InGroup);
        var state = await input.Services.Actors.Group(key).Read(cancellationToken);
        if (state?.IsIn(input.Tenant.State.Incarnation) is not true) return GroupRules.NotFound(InGroup);
        return input.Present?.Access.FindGroup(InGroup) is null
            ? new NextMembership(input.Present, IsUnchanged: true)
            : new NextMembership(input.Present with { Access = input.Present.Access.WithGroup(InGroup, null) }, IsUnchanged: false);
    }
}
