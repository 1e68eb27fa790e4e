using System.Collections.Immutable;

namespace RbacGrains.AdminConsole;

/// <summary>
/// Everybody that a filter wants as one list: members first, and behind them whoever is invited. It is read in pages of which each is found by
/// the token of the one before, so that its length does not matter.
/// </summary>
public sealed class UserList(ConsoleOrganization organization, Caller caller, UserFilter filter)
{
    // A token of the second part begins so; those of the engine never do.
    private const string PendingPrefix = "p";

    private bool MaySeePending => filter.WantsPending && organization.May(AdministrativeOperation.InviteMembers);

    /// <summary>A page.</summary>
    /// <param name="token">The token of the page before; empty for the first page.</param>
    /// <param name="size">How many rows at most.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<Result<Page<UserRow>>> Read(string token, int size, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(token);
        var rows = ImmutableArray.CreateBuilder<UserRow>();
        if (filter.WantsMembers && !token.StartsWith(PendingPrefix, StringComparison.Ordinal))
        {
            var members = await organization.Actor.ListMembers(caller, filter.ToMembers(), new PageRequest(size, token), cancellationToken);
            if (!members.Succeeded) return members.Error;
            rows.AddRange(members.Value.Items.Select(member => UserRow.Of(member, organization)));
            if (members.Value.NextToken.Length > 0) return new Page<UserRow>(rows.ToImmutable(), members.Value.NextToken);
            token = PendingPrefix;
        }

        if (!MaySeePending) return new Page<UserRow>(rows.ToImmutable(), "");
        if (rows.Count == size) return new Page<UserRow>(rows.ToImmutable(), await HasPending(cancellationToken) ? PendingPrefix : "");
        var after = token.StartsWith(PendingPrefix, StringComparison.Ordinal) ? token[PendingPrefix.Length..] : token;
        var pending = await organization.Actor.ListInvitations(
            caller, filter.ToInvitations(), new PageRequest(size - rows.Count, after), cancellationToken);
        if (!pending.Succeeded) return pending.Error;
        rows.AddRange(pending.Value.Items.Select(invitation => UserRow.Of(invitation, organization)));
        return new Page<UserRow>(rows.ToImmutable(), pending.Value.NextToken.Length > 0 ? PendingPrefix + pending.Value.NextToken : "");
    }

    /// <summary>How many members there are in it; null where it is of invitations alone.</summary>
    public async Task<Result<int>?> Count(CancellationToken cancellationToken) => filter.WantsMembers
        ? await organization.Actor.CountMembers(caller, filter.ToMembers(), cancellationToken)
        : null;

    private async Task<bool> HasPending(CancellationToken cancellationToken) =>
        await organization.Actor.ListInvitations(caller, filter.ToInvitations(), new PageRequest(1), cancellationToken)
            is { Succeeded: true, Value.Items.IsEmpty: false };
}
