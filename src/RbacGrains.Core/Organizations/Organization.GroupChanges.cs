using System.Collections.Concurrent;

namespace RbacGrains.Core;

/// <content>
/// How a change of what a group gives reaches its members: the group's record says first that it is being carried, then each member's record
/// gets it, then the group's record says that it was. Every step can be repeated, and whoever comes by a change that was left half-way
/// finishes it first.
/// </content>
public partial class Organization
{
    /// <summary>To how many members a change is carried at once.</summary>
    private const int CarriedAtOnce = 32;

    /// <summary>The groups whose change is being carried at this moment.</summary>
    private readonly ConcurrentDictionary<string, GroupState> _carried = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public async ValueTask ResumeGroup(string group)
    {
        // Taking the lock finishes what was begun.
        using var locks = await LockGroup(group, exclusive: true, CancellationToken.None);
        if (await Group(group).Read(CancellationToken.None) is not { IsBeingCarried: true } state) return;
        // Of an organization that is no more nobody holds anything; without its model nothing can be finished.
        if ((await Tenant(CancellationToken.None)).Error is { Code: ErrorCodes.OrganizationNotFound })
            await Group(group).Write(new GroupWrite(state.Version, state with { IsBeingCarried = false }, []));
    }

    /// <summary>Writes a change of a group and carries it where it gives something else. No user is locked meanwhile but who is written.</summary>
    private async ValueTask<GroupState> ChangeGroup(
        CompiledTenant tenant, string group, GroupState present, GroupState next, AuditEntry audit, LockSet? caller)
    {
        next = next with { IsBeingCarried = next.MemberPages > 0 && !next.Gives(group)!.GivesAs(present.Gives(group)!) };
        audit = audit with { Before = AuditEntries.Group(present).ToJsonString(), After = AuditEntries.Group(next).ToJsonString() };
        await Group(group).Write(new GroupWrite(present.Version, next, [audit]));
        // From here on it is decided, and what it was judged by may change.
        caller?.Dispose();
        return await Carry(tenant, group, next);
    }

    /// <summary>Brings every member's record up to a group's; the caller keeps others from changing the group.</summary>
    private async ValueTask<GroupState> Carry(CompiledTenant tenant, string group, GroupState state)
    {
        if (!state.IsBeingCarried) return state;
        _carried[group] = state;
        try
        {
            return await CarryOut(tenant, group, state);
        }
        finally
        {
            _carried.TryRemove(group, out _);
        }
    }

    private async ValueTask<GroupState> CarryOut(CompiledTenant tenant, string group, GroupState state)
    {
        if (state.Incarnation == tenant.State.Incarnation)
        {
            var users = new List<string>(CarriedAtOnce);
            await foreach (var user in GroupMembers(tenant, group).Possible(state.MemberPages, CancellationToken.None))
            {
                users.Add(user);
                if (users.Count < CarriedAtOnce) continue;
                await Carry(tenant, group, state, users);
                users.Clear();
            }
            await Carry(tenant, group, state, users);
        }
        var carried = state with { IsBeingCarried = false };
        if (state.Removed && state.Incarnation == tenant.State.Incarnation) await Unlist(tenant, group, carried);
        else await Group(group).Write(new GroupWrite(state.Version, carried, []));
        return carried;
    }

    // A deleted group is listed until nobody holds anything through it, so that whoever looks for groups comes by it.
    private async ValueTask Unlist(CompiledTenant tenant, string group, GroupState state)
    {
        var page = Groups(tenant).Page(state.Page);
        await page.Open(group, add: true);
        try
        {
            await Group(group).Write(new GroupWrite(state.Version, state, []));
        }
        catch
        {
            await page.Doubt(group);
            throw;
        }
        await page.Settle(group, null);
    }

    // All of them have ended when this does, also where one fails: nothing may be written once the group can change again.
    private Task Carry(CompiledTenant tenant, string group, GroupState state, List<string> users) =>
        Task.WhenAll(users.Select(user => Carry(tenant, group, state, user)));

    private async Task Carry(CompiledTenant tenant, string group, GroupState state, string user)
    {
        using var turn = await _locks.Enter(user, exclusive: true, CancellationToken.None);
        var present = await Member(tenant, user, CancellationToken.None);
        if (present?.Access.FindGroup(group) is null)
        {
            // Whoever was this organization before may have written what the user's actor does not know yet.
            await services.Actors.User(user).Refresh();
            present = await Member(tenant, user, CancellationToken.None);
        }
        if (present?.Access.FindGroup(group) is not { } held) return;
        var given = state.Gives(group);
        if (given is not null && given.GivesAs(held)) return;
        await WriteMember(tenant, user, present, present with { Access = present.Access.WithGroup(group, given) }, []);
    }

    /// <summary>Takes a group's lock when no change of it is left half-way.</summary>
    private async ValueTask<LockSet> LockGroup(string group, bool exclusive, CancellationToken cancellationToken, bool isPreview = false)
    {
        while (true)
        {
            var locks = await LockPolicy(exclusive: false, cancellationToken, isPreview);
            try
            {
                await locks.Add(OrganizationLocks.Group(group), exclusive, cancellationToken);
                if (await Group(group).Read(cancellationToken) is not { IsBeingCarried: true } state) return locks;
                var tenant = await Tenant(cancellationToken);
                if (!tenant.Succeeded) return locks;
                if (exclusive)
                {
                    await Carry(tenant.Value, group, state);
                    return locks;
                }
            }
            catch
            {
                locks.Dispose();
                throw;
            }
            locks.Dispose();
            await ResumeGroup(group);
        }
    }

    /// <summary>Locks the caller and the name of the change, on top of a group's lock; released before others are written.</summary>
    private async ValueTask<LockSet> LockOnlyCaller(ChangeContext context, CancellationToken cancellationToken)
    {
        var locks = new LockSet(_locks);
        try
        {
            if (OrganizationLocks.Of(context.Caller) is { } user) await locks.Add(user, exclusive: false, cancellationToken);
            if (context.OperationId is { } operation)
                await locks.Add(OrganizationLocks.Operation(operation), exclusive: true, cancellationToken);
            return locks;
        }
        catch
        {
            locks.Dispose();
            throw;
        }
    }
}
