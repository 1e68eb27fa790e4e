using RbacGrains.Model;

namespace RbacGrains.Core;

/// <content>What can be asked of members that are programs.</content>
public partial class Organization
{
    /// <inheritdoc/>
    public async ValueTask<Result<Page<ServiceAccountView>>> ListServiceAccounts(
        Caller caller, ServiceAccountFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var read = await Reader(caller, AdministrativeOperation.ReadApiKeys, cancellationToken);
        if (!read.Succeeded) return read.Error;
        var tenant = read.Value;
        var policy = tenant.Policy.Policy;
        if (filter.Role is { } role && policy.FindRole(role) is null)
            return Errors.Unknown(ErrorCodes.UnknownRole, "role", role, policy.Roles.Select(known => known.Id));
        var now = services.Clock.GetUtcNow();
        var match = new MemberMatch(new MemberFilter(filter.Role, filter.Status), now);
        return await Listing.Collect(
            ServiceAccounts(tenant.State.Incarnation),
            tenant.State.ServiceAccountPages,
            page,
            async entry => match.Is(entry.Id, entry.Summary!)
                && await Member(tenant, entry.Id, cancellationToken) is { Account: not null } membership
                && match.Is(entry.Id, membership.Summary())
                ? ServiceAccountViews.Account(entry.Id, membership, policy, now)
                : null,
            cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<Result<ServiceAccountView>> GetServiceAccount(
        Caller caller, string account, CancellationToken cancellationToken)
    {
        var read = await Reader(caller, AdministrativeOperation.ReadApiKeys, cancellationToken);
        if (!read.Succeeded) return read.Error;
        return await Member(read.Value, Account(account), cancellationToken) is { Account: not null } membership
            ? ServiceAccountViews.Account(account, membership, read.Value.Policy.Policy, services.Clock.GetUtcNow())
            : Errors.ServiceAccountNotFound(account);
    }

    /// <inheritdoc/>
    public async ValueTask<Result<ServiceAccountView>> PatchServiceAccount(
        ChangeContext context, string account, ServiceAccountPatch patch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(patch);
        var changed = await ChangeMember(context, Account(account), new PatchServiceAccount(patch), cancellationToken);
        if (!changed.Succeeded) return NotFound(changed.Error, account);
        return changed.Value.Membership is { } membership
            ? ServiceAccountViews.Account(account, membership, changed.Value.Tenant.Policy.Policy, services.Clock.GetUtcNow())
            : Errors.ServiceAccountNotFound(account);
    }

    /// <inheritdoc/>
    public async ValueTask<Result<Done>> DeleteServiceAccount(
        ChangeContext context, string account, CancellationToken cancellationToken)
    {
        var changed = await ChangeMember(context, Account(account), new DeleteServiceAccount(), cancellationToken);
        return changed.Succeeded ? Done.Instance : NotFound(changed.Error, account);
    }

    // Whatever is no id of an account stands for nobody's, so that the caller is judged first all the same.
    private static string Account(string account) =>
        ServiceAccountId.IsReserved(account) && Identifier.IsValid(account) ? account : ServiceAccountId.Nobody;

    private static Error NotFound(Error error, string account) =>
        error.Code == ErrorCodes.ServiceAccountNotFound ? Errors.ServiceAccountNotFound(account) : error;

    private async ValueTask<int> GrowServiceAccounts(int known) =>
        (await Write(
            state => state!.ServiceAccountPages > known ? state : state with { ServiceAccountPages = known + 1 },
            unfinished: false,
            [])).ServiceAccountPages;
}
