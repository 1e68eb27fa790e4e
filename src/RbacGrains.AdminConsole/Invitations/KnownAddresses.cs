using System.Collections.Immutable;

namespace RbacGrains.AdminConsole;

/// <summary>Which of several addresses belong to members, and which are invited already.</summary>
/// <param name="Members">Those of members.</param>
/// <param name="Invited">Those with an open invitation.</param>
/// <param name="IsWhole">Whether every member was looked at: in a large organization members are known by their id alone.</param>
public sealed record KnownAddresses(ImmutableHashSet<string> Members, ImmutableHashSet<string> Invited, bool IsWhole)
{
    // So many are asked for one by one, which reads no member that does not match.
    private const int Few = 25;
    private const int MostRead = 20_000;

    /// <summary>Looks.</summary>
    public static async Task<Result<KnownAddresses>> Find(
        ConsoleOrganization organization, Caller caller, ImmutableArray<string> addresses, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(organization);
        var wanted = addresses.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var invited = await Invitations(organization, caller, wanted, cancellationToken);
        if (!invited.Succeeded) return invited.Error;
        // Whoever may invite need not be allowed to see who is there.
        if (!organization.May(AdministrativeOperation.ReadMembers)) return new KnownAddresses(Set([]), Set(invited.Value), false);
        var members = new List<string>();
        foreach (var address in addresses)
            if (Identifier.IsValid(address) && (await organization.Actor.GetMember(caller, address, cancellationToken)).Succeeded) members.Add(address);
        var byAddress = await ByAddress(organization, caller, addresses, wanted, cancellationToken);
        return new KnownAddresses(Set(members.Concat(byAddress ?? [])), Set(invited.Value), byAddress is not null);
    }

    private static ImmutableHashSet<string> Set(IEnumerable<string> addresses) => addresses.ToImmutableHashSet(StringComparer.OrdinalIgnoreCase);

    private static async Task<Result<List<string>>> Invitations(
        ConsoleOrganization organization, Caller caller, HashSet<string> wanted, CancellationToken cancellationToken)
    {
        var found = new List<string>();
        for (var token = ""; ;)
        {
            var page = await organization.Actor.ListInvitations(
                caller, new InvitationFilter(InvitationStatus.Pending), new PageRequest(PageRequest.MaxSize, token), cancellationToken);
            if (!page.Succeeded) return page.Error;
            found.AddRange(page.Value.Items.Select(invitation => invitation.Email).Where(wanted.Contains));
            token = page.Value.NextToken;
            if (token.Length == 0) return found;
        }
    }

    private static async Task<List<string>?> ByAddress(
        ConsoleOrganization organization, Caller caller, ImmutableArray<string> addresses, HashSet<string> wanted, CancellationToken cancellationToken)
    {
        var found = new List<string>();
        if (addresses.Length <= Few)
        {
            foreach (var address in addresses)
                if (await organization.Actor.CountMembers(caller, new MemberFilter(Email: address), cancellationToken) is { Succeeded: true, Value: > 0 })
                    found.Add(address);
            return found;
        }

        var count = await organization.Actor.CountMembers(caller, new MemberFilter(), cancellationToken);
        if (!count.Succeeded || count.Value > MostRead) return null;
        for (var token = ""; ;)
        {
            var page = await organization.Actor.ListMembers(caller, new MemberFilter(), new PageRequest(PageRequest.MaxSize, token), cancellationToken);
            if (!page.Succeeded) return null;
            found.AddRange(page.Value.Items.Select(member => member.Email).OfType<string>().Where(wanted.Contains));
            token = page.Value.NextToken;
            if (token.Length == 0) return found;
        }
    }
}
