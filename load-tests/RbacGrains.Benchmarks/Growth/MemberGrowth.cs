using System.Collections.Immutable;
using System.Globalization;
using RbacGrains.Load;

namespace RbacGrains.Benchmarks;

/// <summary>
/// Organizations of 10 to 1,000,000 members in one store, so that only the organization differs. Of small ones there are many: whatever is done to
/// somebody who is not in memory is done to somebody else each time.
/// </summary>
internal static class MemberGrowth
{
    /// <summary>The curve's name.</summary>
    public const string Name = "members";

    // Of each size there are members for all cold operations together, and organizations for all additions.
    private const int Enough = 40_000;
    private const int Cold = 1_000;

    private static readonly ImmutableArray<int> Sizes = [10, 100, 1_000, 10_000, 100_000, 1_000_000];

    /// <summary>Measures it.</summary>
    public static async Task<GrowthCurve> Measure(Settings settings)
    {
        int[] sizes = [.. Sizes.Where(size => !settings.Quick || size <= 100_000)];
        var groups = sizes.Select(size => Enumerable.Range(0, Math.Max(1, Enough / size)).Select(number => SeededOrganization.Plain(
            string.Create(CultureInfo.InvariantCulture, $"org{size:D7}x{number:D4}"), size)).ToImmutableArray()).ToList();
        using var store = await SeededStore.Write([.. groups.SelectMany(group => group)]);
        await using var seeded = await SeededGrid.Open(store);
        foreach (var organization in groups.SelectMany(group => group)) await MemberWorld.Wake(seeded, organization);
        var turns = new GrowthTurns<MemberWorld>([.. sizes.Zip(groups, (size, group) => ((double)size, new MemberWorld(seeded, group)))]);

        await turns.Time("check of a member in memory", 60, 10_000, (world, _) => world.CheckKnown());
        await turns.Time("first check of a member", 60, 8, (world, number) => world.CheckNew(number));
        await turns.Time("change of a role of a member in memory", 60, 4, (world, number) => world.ChangeKnown(number));
        await turns.Time("first change of a member, and of their page of the directory", 60, 4, (world, number) => world.ChangeNew(number));
        await turns.Time("adding a member", 40, 4, (world, number) => world.Add(number), (world, round) => world.Add(-1 - round));
        await turns.Time("page of up to 100 members, first", 20, 2, (world, _) => world.ReadPage(isLast: false));
        await turns.Time("page of up to 100 members, near the end", 20, 2, (world, _) => world.ReadPage(isLast: true));
        await turns.Time("search that finds one", 5, 1, (world, _) => world.Search());
        return new GrowthCurve(Name, "Members of one organization", "members", turns.Lines,
            [
                "All organizations are in one SQLite file. Those who are checked or changed for the first time are others each time, and far apart in it.",
                "Where a page of the directory is read, written or listed, it has 10 entries first and then 100, which is all "
                    + "that a page holds: from there on nothing grows.",
                "A search goes through all entries, in proportion to their number: it finds any part of an id or an address, "
                    + "for which no order of the entries serves. Whoever is asked for by the whole id is found at once.",
            ], "");
    }

    /// <summary>The organizations of a size.</summary>
    private sealed class MemberWorld(SeededGrid seeded, ImmutableArray<SeededOrganization> organizations)
    {
        private readonly SeededOrganization _first = organizations[0];
        private int _added;

        /// <summary>Has an organization in memory, and nobody but its owner.</summary>
        public static async Task Wake(SeededGrid seeded, SeededOrganization organization) => await Check(seeded, organization, 0);

        public ValueTask CheckKnown() => Check(seeded, _first, 1);

        public ValueTask CheckNew(int number)
        {
            var (organization, member) = Somebody(number);
            return Check(seeded, organization, member);
        }

        public ValueTask ChangeKnown(int number) => Change(_first, 1, number);

        public ValueTask ChangeNew(int number)
        {
            var (organization, member) = Somebody(Cold + number);
            return Change(organization, member, 0);
        }

        // Before each round one is added to the same organization, so that its last page is in memory at every size.
        public async ValueTask Add(int number)
        {
            var round = number < 0 ? -1 - number : number / 4;
            (await seeded.Grid.Organization(organizations[round % organizations.Length].Id).PutMember(
                ChangeContext.Service, $"new-{_first.Members}-{_added++}", new MemberAssignment { Role = "analyst" }, CancellationToken.None)).Require();
        }

        public async ValueTask ReadPage(bool isLast)
        {
            // The list's own tokens would take a walk through all of it; this one names a place near its end.
            var token = isLast ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, (_first.Members / DirectoryPageState.Capacity) - 2)}-0") : null;
            (await seeded.Grid.Organization(_first.Id).ListMembers(
                Caller.Service, new MemberFilter(), new PageRequest(100, token), CancellationToken.None)).Require();
        }

        public async ValueTask Search()
        {
            var found = (await seeded.Grid.Organization(_first.Id).ListMembers(
                Caller.Service, new MemberFilter(Search: _first.User(_first.Members / 2)), new PageRequest(100), CancellationToken.None)).Require();
            if (found.Items.Length != 1) throw new InvalidOperationException($"{found.Items.Length} members were found instead of one.");
        }

        private static async ValueTask Check(SeededGrid seeded, SeededOrganization organization, int member) =>
            (await seeded.Grid.User(organization.User(member)).Check(
                Caller.Service, organization.Id, "agents:read", null, CancellationToken.None)).Require();

        private async ValueTask Change(SeededOrganization organization, int member, int number) =>
            (await seeded.Grid.Organization(organization.Id).AssignRole(
                ChangeContext.Service, organization.User(member), number % 2 == 0 ? "editor" : "analyst")).Require();

        // Neither an owner nor the member in memory, another page each time as long as there are pages.
        private (SeededOrganization Organization, int Member) Somebody(int number)
        {
            var size = _first.Members;
            var organization = organizations[number % organizations.Length];
            var turn = number / organizations.Length;
            var pages = Math.Max(1, size / DirectoryPageState.Capacity);
            var (page, place) = ((int)((turn * 7919L) % pages), 2 + (turn / pages));
            return (organization, (page * DirectoryPageState.Capacity) + place);
        }
    }
}
