using System.Runtime.CompilerServices;
using RbacGrains.Model;

namespace RbacGrains.Core;

/// <content>The groups of an organization's members, and what they give.</content>
public partial class Organization
{
    /// <inheritdoc/>
    public async ValueTask<Result<Put<GroupView>>> PutGroup(
        ChangeContext context, string group, GroupContent content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(content);
        if (!Identifier.IsValid(group)) return Errors.InvalidId("a group", group);
        using var locks = await LockGroup(group, exclusive: true, cancellationToken);
        using var caller = await LockOnlyCaller(context, cancellationToken);
        var fingerprint = Fingerprints.Of(nameof(PutGroup), group, content);
        var judging = await JudgeGroup(context, group, content, fingerprint, cancellationToken);
        if (!judging.Succeeded) return judging.Error;
        var (tenant, stored, present, changed) = judging.Value;
        if (changed is not { } next) return await FoundGroup(tenant, group, caller);

        var audit = Audit(present is null ? AuditKinds.GroupCreated : AuditKinds.GroupChanged, group, context, fingerprint);
        next = present is null
            ? await CreateGroup(tenant, group, stored, next, audit)
            : await ChangeGroup(tenant, group, present, next, audit, caller);
        return new Put<GroupView>(await View(tenant, group, next, CancellationToken.None), Created: present is null);
    }

    /// <inheritdoc/>
    public async ValueTask<Result<Done>> DeleteGroup(ChangeContext context, string group, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!Identifier.IsValid(group)) return Errors.InvalidId("a group", group);
        using var locks = await LockGroup(group, exclusive: true, cancellationToken);
        using var caller = await LockOnlyCaller(context, cancellationToken);
        var fingerprint = $"{nameof(DeleteGroup)} {group}";
        var judging = await JudgeGroupDeletion(context, group, fingerprint, cancellationToken);
        if (!judging.Succeeded) return judging.Error;
        var (tenant, _, present, removed) = judging.Value;
        if (removed is not { } next || present is null)
        {
            await FoundGroup(tenant, group, caller);
            return Done.Instance;
        }
        var audit = Audit(AuditKinds.GroupDeleted, group, context, fingerprint) with { Before = AuditEntries.Group(present).ToJsonString() };
        await Group(group).Write(new GroupWrite(present.Version, next, [audit]));
        caller.Dispose();
        await Carry(tenant, group, next);
        return Done.Instance;
    }

    /// <inheritdoc/>
    public async ValueTask<Result<GroupView>> GetGroup(Caller caller, string group, CancellationToken cancellationToken)
    {
        if (!Identifier.IsValid(group)) return Errors.InvalidId("a group", group);
        var read = await Reader(caller, AdministrativeOperation.ReadMembers, cancellationToken);
        if (!read.Succeeded) return read.Error;
        return await ReadFinishedGroup(read.Value, group, cancellationToken) is { } state
            ? await View(read.Value, group, state, cancellationToken)
            : GroupRules.NotFound(group);
    }

    /// <inheritdoc/>
    public async ValueTask<Result<Page<GroupView>>> ListGroups(Caller caller, PageRequest page, CancellationToken cancellationToken)
    {
        var read = await Reader(caller, AdministrativeOperation.ReadMembers, cancellationToken);
        if (!read.Succeeded) return read.Error;
        return await Listing.Collect(
            Groups(read.Value),
            read.Value.State.GroupPages,
            page,
            async entry => await ReadFinishedGroup(read.Value, entry.Id, cancellationToken) is { } state
                ? await View(read.Value, entry.Id, state, cancellationToken)
                : null,
            cancellationToken);
    }

    /// <summary>Judges a change of a group, and says what it makes of it. The caller holds the group's lock.</summary>
    private async ValueTask<Result<JudgedGroup>> JudgeGroup(
        ChangeContext context, string group, GroupContent content, string fingerprint, CancellationToken cancellationToken)
    {
        var begun = await BeginGroupChange(context, group, fingerprint, cancellationToken);
        if (!begun.Succeeded) return begun.Error;
        var (tenant, authority, stored, isRepeated) = begun.Value;
        var present = stored?.IsIn(tenant.State.Incarnation) is true ? stored : null;
        if (isRepeated) return new JudgedGroup(tenant, stored, present, null);

        var policy = tenant.Policy.Policy;
        var grants = GroupRules.Check(policy, content);
        if (!grants.Succeeded) return grants.Error;
        var next = (present ?? Blank(tenant, stored)) with
        {
            Title = content.Title,
            Description = content.Description,
            Role = content.Role,
            Grants = grants.Value,
        };
        if (next == present) return new JudgedGroup(tenant, stored, present, null);
        next = next with { Version = (stored?.Version ?? 0) + 1 };
        if (authority.RefusesGiving(policy, present?.Gives(group), next.Gives(group)!, services.Clock.GetUtcNow()) is { } beyond) return beyond;
        return present is null && await CountGroups(tenant, cancellationToken) >= GroupRules.MostGroups
            ? GroupRules.TooMany()
            : new JudgedGroup(tenant, stored, present, next);
    }

    /// <summary>Judges the end of a group. The caller holds the group's lock.</summary>
    private async ValueTask<Result<JudgedGroup>> JudgeGroupDeletion(
        ChangeContext context, string group, string fingerprint, CancellationToken cancellationToken)
    {
        var begun = await BeginGroupChange(context, group, fingerprint, cancellationToken);
        if (!begun.Succeeded) return begun.Error;
        var (tenant, _, stored, isRepeated) = begun.Value;
        return isRepeated || stored?.IsIn(tenant.State.Incarnation) is not true
            ? new JudgedGroup(tenant, stored, null, null)
            : new JudgedGroup(tenant, stored, stored, stored with { Removed = true, IsBeingCarried = true, Version = stored.Version + 1 });
    }

    private async ValueTask<Result<(CompiledTenant Tenant, Authority Authority, GroupState? Stored, bool IsRepeated)>> BeginGroupChange(
        ChangeContext context, string group, string fingerprint, CancellationToken cancellationToken)
    {
        var tenant = await Tenant(context.Caller, cancellationToken);
        if (!tenant.Succeeded) return tenant.Error;
        var judged = await Judge(tenant.Value, context.Caller, AdministrativeOperation.ManageGroups, cancellationToken);
        if (!judged.Succeeded) return judged.Error;
        var stored = await Group(group).Read(cancellationToken);
        var replayed = await Replayed(context, fingerprint, cancellationToken);
        if (!replayed.Succeeded) return replayed.Error;
        if (replayed.Value.Entry is not null) return (tenant.Value, judged.Value, stored, true);
        var version = stored?.IsIn(tenant.Value.State.Incarnation) is true ? stored.Version : 0;
        return Preconditions(context, judged.Value, tenant.Value.Policy.Policy, version) is { } unmet
            ? unmet
            : (tenant.Value, judged.Value, stored, false);
    }

    // The pages of an earlier group of the id are used again; those of an earlier life of the organization are others.
    private static GroupState Blank(CompiledTenant tenant, GroupState? stored) => new()
    {
        Incarnation = tenant.State.Incarnation,
        Title = "",
        MemberPages = stored?.Incarnation == tenant.State.Incarnation ? stored.MemberPages : 0,
    };

    private async ValueTask<GroupState> CreateGroup(
        CompiledTenant tenant, string group, GroupState? stored, GroupState next, AuditEntry audit)
    {
        var directory = Groups(tenant);
        next = next with { Page = await directory.OpenPlace(group, tenant.State.GroupPages, GrowGroups) };
        try
        {
            audit = audit with { After = AuditEntries.Group(next).ToJsonString() };
            await Group(group).Write(new GroupWrite(stored?.Version ?? 0, next, [audit]));
        }
        catch
        {
            await directory.Page(next.Page).Doubt(group);
            throw;
        }
        await directory.Page(next.Page).Settle(group, DirectorySummary.Plain);
        return next;
    }

    /// <summary>Acknowledges what there is already: what is stored, wherever it was written, and once every member has it.</summary>
    private async ValueTask<Result<Put<GroupView>>> FoundGroup(CompiledTenant tenant, string group, LockSet caller)
    {
        caller.Dispose();
        await Group(group).Refresh();
        if (await Group(group).Read(CancellationToken.None) is { IsBeingCarried: true } begun) await Carry(tenant, group, begun);
        return await ReadGroup(tenant, group, CancellationToken.None) is { } state
            ? new Put<GroupView>(await View(tenant, group, state, CancellationToken.None), Created: false)
            : GroupRules.NotFound(group);
    }

    // A change that a failure has left half-way is not shown so; one that is under way is shown as what it is going to be.
    private async ValueTask<GroupState?> ReadFinishedGroup(CompiledTenant tenant, string group, CancellationToken cancellationToken)
    {
        if (await Group(group).Read(cancellationToken) is { IsBeingCarried: true } && !_carried.ContainsKey(group)) await ResumeGroup(group);
        return await ReadGroup(tenant, group, cancellationToken);
    }

    private async ValueTask<GroupState?> ReadGroup(CompiledTenant tenant, string group, CancellationToken cancellationToken)
    {
        var state = await Group(group).Read(cancellationToken);
        return state?.IsIn(tenant.State.Incarnation) is true ? state : null;
    }

    /// <summary>Every group, also one that is only about to be listed.</summary>
    private async IAsyncEnumerable<(string Id, GroupState State)> EveryGroup(
        CompiledTenant tenant, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var id in Groups(tenant).Possible(tenant.State.GroupPages, cancellationToken))
            if (await ReadGroup(tenant, id, cancellationToken) is { } state) yield return (id, state);
    }

    private async ValueTask<int> CountGroups(CompiledTenant tenant, CancellationToken cancellationToken)
    {
        var groups = 0;
        await foreach (var _ in Groups(tenant).Possible(tenant.State.GroupPages, cancellationToken)) groups++;
        return groups;
    }

    private async ValueTask<GroupView> View(CompiledTenant tenant, string group, GroupState state, CancellationToken cancellationToken)
    {
        var members = 0;
        await foreach (var _ in GroupMembers(tenant, group).Entries(state.MemberPages, null, cancellationToken)) members++;
        return new GroupView(
            group, id, state.Title, state.Description, state.Role, state.Grants, members, state.Version, tenant.Policy.Policy.Version);
    }

    private async ValueTask<int> GrowGroups(int known) =>
        (await Write(state => state!.GroupPages > known ? state : state with { GroupPages = known + 1 }, unfinished: false, [])).GroupPages;

    private IGroup Group(string group) => services.Actors.Group(GroupKey.Of(id, group));

    private Directory Groups(CompiledTenant tenant) => new(DirectoryName.Groups(id, tenant.State.Incarnation), services.Actors);

    /// <summary>A change of a group that is in order.</summary>
    /// <param name="Tenant">The organization in which it was judged.</param>
    /// <param name="Stored">The group's record, of whatever life; null when there was never one.</param>
    /// <param name="Present">The group as it is; null for none.</param>
    /// <param name="Next">The group to be; null when there is nothing to write.</param>
    private sealed record JudgedGroup(CompiledTenant Tenant, GroupState? Stored, GroupState? Present, GroupState? Next);
}
