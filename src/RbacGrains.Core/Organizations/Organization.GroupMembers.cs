using System.Collections.Immutable;
using RbacGrains.Model;

namespace RbacGrains.Core;

/// <content>Who is in a group.</content>
public partial class Organization
{
    private readonly AsyncLock _growingGroup = new();

    /// <inheritdoc/>
    public async ValueTask<Result<Put<MemberView>>> AddGroupMember(
        ChangeContext context, string group, string user, CancellationToken cancellationToken)
    {
        if (!Identifier.IsValid(group)) return Errors.InvalidId("a group", group);
        var changed = await ChangeMember(context, user, new JoinGroup(group), cancellationToken);
        if (!changed.Succeeded) return changed.Error;
        if (changed.Value is { IsMade: false, Membership: { } membership } && membership.GroupPages.TryGetValue(group, out var number))
        {
            // Whoever made it may have been gone before it was listed.
            var page = GroupMembers(changed.Value.Tenant, group).Page(number);
            await page.Open(user, add: true);
            await page.Settle(user, DirectorySummary.Plain);
        }
        return View(user, changed.Value) is { } member
            ? new Put<MemberView>(member, Created: changed.Value.IsMade)
            : Errors.MemberNotFound(user);
    }

    /// <inheritdoc/>
    public async ValueTask<Result<Done>> RemoveGroupMember(
        ChangeContext context, string group, string user, CancellationToken cancellationToken)
    {
        if (!Identifier.IsValid(group)) return Errors.InvalidId("a group", group);
        var changed = await ChangeMember(context, user, new LeaveGroup(group), cancellationToken);
        return changed.Succeeded ? Done.Instance : changed.Error;
    }

    /// <inheritdoc/>
    public async ValueTask<Result<Page<MemberView>>> ListGroupMembers(
        Caller caller, string group, PageRequest page, CancellationToken cancellationToken)
    {
        if (!Identifier.IsValid(group)) return Errors.InvalidId("a group", group);
        var read = await Reader(caller, AdministrativeOperation.ReadMembers, cancellationToken);
        if (!read.Succeeded) return read.Error;
        var tenant = read.Value;
        if (await ReadFinishedGroup(tenant, group, cancellationToken) is not { } state) return GroupRules.NotFound(group);
        return await Listing.Collect(
            GroupMembers(tenant, group),
            state.MemberPages,
            page,
            async entry => await Member(tenant, entry.Id, cancellationToken) is { } membership && membership.Access.FindGroup(group) is not null
                ? View(entry.Id, membership, tenant)
                : null,
            cancellationToken);
    }

    /// <summary>Opens the user's place in the directory of each group that a change joins or leaves.</summary>
    /// <param name="tenant">The organization.</param>
    /// <param name="user">The user.</param>
    /// <param name="present">The membership before; null for none.</param>
    /// <param name="next">The membership to be; null for none.</param>
    /// <param name="opened">Gets each page that was opened, and whether the user is to be listed there.</param>
    /// <returns>The membership to be, with its places.</returns>
    private async ValueTask<Membership?> OpenGroupPlaces(
        CompiledTenant tenant, string user, Membership? present, Membership? next, List<(IDirectoryPage Page, bool IsListed)> opened)
    {
        var places = present?.GroupPages ?? ImmutableSortedDictionary<string, int>.Empty;
        foreach (var (group, number) in places)
        {
            if (next?.Access.FindGroup(group) is not null) continue;
            var page = GroupMembers(tenant, group).Page(number);
            await page.Open(user, add: true);
            opened.Add((page, false));
            places = places.Remove(group);
        }
        if (next is null) return null;
        foreach (var held in next.Access.Groups)
        {
            if (places.ContainsKey(held.Group)) continue;
            var directory = GroupMembers(tenant, held.Group);
            var pages = (await Group(held.Group).Read(CancellationToken.None))!.MemberPages;
            var number = await directory.OpenPlace(user, pages, known => GrowGroup(held.Group, known));
            opened.Add((directory.Page(number), true));
            places = places.SetItem(held.Group, number);
        }
        return next with { GroupPages = places };
    }

    // Several members may join at once, which alone shares the group's lock.
    private async ValueTask<int> GrowGroup(string group, int known)
    {
        using var turn = await _growingGroup.Enter(CancellationToken.None);
        var state = (await Group(group).Read(CancellationToken.None))!;
        if (state.MemberPages > known) return state.MemberPages;
        await Group(group).Write(new GroupWrite(state.Version, state with { MemberPages = known + 1 }, []));
        return known + 1;
    }

    private Directory GroupMembers(CompiledTenant tenant, string group) =>
        new(DirectoryName.GroupMembers(id, tenant.State.Incarnation, group), services.Actors);
}
