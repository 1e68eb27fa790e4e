using System.Collections.Immutable;
using RbacGrains.Model;

namespace RbacGrains.Core;

/// <content>What can be read of an organization.</content>
public partial class Organization
{
    /// <inheritdoc/>
    public async ValueTask<Result<OrganizationView>> Get(Caller caller, CancellationToken cancellationToken)
    {
        var read = await Reader(caller, null, cancellationToken);
        return read.Succeeded ? read.Value.View(id) : read.Error;
    }

    /// <inheritdoc/>
    public async ValueTask<Result<ImmutableArray<RoleView>>> ListRoles(Caller caller, CancellationToken cancellationToken)
    {
        var read = await Reader(caller, null, cancellationToken);
        if (!read.Succeeded) return read.Error;
        var policy = read.Value.Policy.Policy;
        return policy.Roles
            .Select(role => RoleView.Of(policy, role))
            .ToImmutableArray();
    }

    /// <inheritdoc/>
    public async ValueTask<Result<Page<MemberView>>> ListMembers(
        Caller caller, MemberFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var read = await Reader(caller, AdministrativeOperation.ReadMembers, cancellationToken);
        if (!read.Succeeded) return read.Error;
        var tenant = read.Value;
        if (MemberMatch.Check(filter, tenant.Policy.Policy) is { } error) return error;
        var match = new MemberMatch(filter, services.Clock.GetUtcNow());
        return await Listing.Collect(
            Members(tenant.State.Incarnation),
            tenant.State.MemberPages,
            page,
            async entry => match.Is(entry.Id, entry.Summary!)
                && await Member(tenant, entry.Id, cancellationToken) is { } membership
                && match.Is(entry.Id, membership.Summary())
                ? View(entry.Id, membership, tenant)
                : null,
            cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<Result<int>> CountMembers(Caller caller, MemberFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var read = await Reader(caller, AdministrativeOperation.ReadMembers, cancellationToken);
        if (!read.Succeeded) return read.Error;
        var tenant = read.Value;
        if (MemberMatch.Check(filter, tenant.Policy.Policy) is { } error) return error;
        var match = new MemberMatch(filter, services.Clock.GetUtcNow());
        var count = 0;
        await foreach (var (entry, _) in Members(tenant.State.Incarnation).Entries(tenant.State.MemberPages, null, cancellationToken))
            if (match.Is(entry.Id, entry.Summary!)) count++;
        return count;
    }

    /// <inheritdoc/>
    public async ValueTask<Result<MemberView>> GetMember(Caller caller, string user, CancellationToken cancellationToken)
    {
        if (ServiceAccountId.IsReserved(user)) return Errors.ReservedId(user);
        var member = await ReadMember(caller, user, cancellationToken);
        return member.Succeeded ? View(user, member.Value.Membership, member.Value.Tenant) : member.Error;
    }

    /// <inheritdoc/>
    public async ValueTask<Result<EffectivePermissions>> GetPermissions(
        Caller caller, string user, string? project, CancellationToken cancellationToken)
    {
        if (project is not null && !Identifier.IsValid(project)) return Errors.InvalidId("a project", project);
        var member = await ReadMember(caller, user, cancellationToken);
        return member.Succeeded
            ? EffectivePermissions.Of(member.Value.Tenant.Policy.Policy, member.Value.Membership.Access, project, services.Clock)
            : member.Error;
    }

    /// <inheritdoc/>
    public async ValueTask<Result<Page<string>>> ListWhoCan(
        Caller caller, string action, string? project, PageRequest page, CancellationToken cancellationToken)
    {
        if (project is not null && !Identifier.IsValid(project)) return Errors.InvalidId("a project", project);
        var read = await Reader(caller, AdministrativeOperation.ReadMembers, cancellationToken);
        if (!read.Succeeded) return read.Error;
        var tenant = read.Value;
        var policy = tenant.Policy.Policy;
        if (!policy.Model.Actions.TryFind(action, out var handle)) return Errors.UnknownAction(policy.Model, action) with { Pointer = null };
        return await Listing.Collect(
            [(Members(tenant.State.Incarnation), tenant.State.MemberPages), (ServiceAccounts(tenant.State.Incarnation), tenant.State.ServiceAccountPages)],
            page,
            async entry => await Member(tenant, entry.Id, cancellationToken) is { } membership
                && Evaluator.Allows(policy, membership.Access, handle, project, services.Clock) ? entry.Id : null,
            cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<Result<Page<AuditEntry>>> ReadAudit(
        Caller caller, AuditQuery query, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        var read = await Reader(caller, AdministrativeOperation.ReadAudit, cancellationToken);
        if (!read.Succeeded) return read.Error;
        if (page.Size is < 1 or > PageRequest.MaxSize) return Errors.InvalidValue($"A page has 1 to {PageRequest.MaxSize} items.");
        return !string.IsNullOrEmpty(page.Token) && !services.AuditLog.IsToken(page.Token)
            ? Errors.InvalidValue("The page token is none that this list made; leave it out to start at the first page.")
            : await services.AuditLog.Read(id, query, page, cancellationToken);
    }

    private async ValueTask<Result<CompiledTenant>> Reader(
        Caller caller, AdministrativeOperation? operation, CancellationToken cancellationToken)
    {
        var tenant = await Tenant(caller, cancellationToken);
        if (!tenant.Succeeded) return tenant.Error;
        var judged = await Judge(tenant.Value, caller, operation, cancellationToken);
        return judged.Succeeded ? tenant : judged.Error;
    }

    private async ValueTask<Result<(CompiledTenant Tenant, Membership Membership)>> ReadMember(
        Caller caller, string user, CancellationToken cancellationToken)
    {
        if (!Identifier.IsValid(user)) return Errors.InvalidId("a user", user);
        var isSelf = string.Equals(caller.User, user, StringComparison.Ordinal);
        var read = await Reader(caller, isSelf ? null : AdministrativeOperation.ReadMembers, cancellationToken);
        if (!read.Succeeded) return read.Error;
        return await Member(read.Value, user, cancellationToken) is { } membership
            ? (read.Value, membership)
            : Errors.MemberNotFound(user);
    }

    private ValueTask<Membership?> Member(CompiledTenant tenant, string user, CancellationToken cancellationToken) =>
        services.Actors.User(user).ReadMembership(id, tenant.State.Incarnation, cancellationToken);
}
