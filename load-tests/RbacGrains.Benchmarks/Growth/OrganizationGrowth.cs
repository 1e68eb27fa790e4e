using System.Collections.Immutable;
using System.Globalization;
using RbacGrains.Load;

namespace RbacGrains.Benchmarks;

/// <summary>Stores of 1 to 100,000 organizations with three members each, and what an organization takes in memory.</summary>
internal static class OrganizationGrowth
{
    /// <summary>The curve's name.</summary>
    public const string Name = "organizations";

    private const int Members = 3;

    // Fewer are less than the measuring itself leaves behind.
    private const int FewestWeighed = 1_000;

    private static readonly ImmutableArray<int> Sizes = [1, 10, 100, 1_000, 10_000, 100_000];

    /// <summary>Measures it.</summary>
    public static async Task<GrowthCurve> Measure(Settings settings)
    {
        var sizes = Sizes.Where(size => !settings.Quick || size <= 10_000);
        var worlds = new List<(double Size, OrganizationWorld World)>();
        foreach (var size in sizes) worlds.Add((size, await OrganizationWorld.Make(size)));
        var turns = new GrowthTurns<OrganizationWorld>(worlds);

        await turns.Time("first check of an organization and a member, both asleep", 30, 1,
            (world, number) => world.Check(world.Somewhere(number), 1), (world, _) => world.Reopen());
        await turns.Time("first check of another member", 30, 1,
            (world, number) => world.Check(world.Somewhere(number), 2), async (world, number) =>
            {
                await world.Reopen();
                await world.Check(world.Somewhere(number), 1);
            });
        foreach (var (_, world) in worlds) await world.WakeAll();
        await turns.Time("check of one member in memory", 60, 10_000, (world, _) => world.Check(0, 1));
        await turns.Time("check of a member of another organization each time, all in memory", 60, 2_000, (world, number) => world.Check(world.Somewhere(number), 1));
        await turns.Time("the same members looked up in a dictionary of them alone, for comparison", 60, 2_000, (world, number) => world.LookUp(world.Somewhere(number)));
        await turns.Time("change of a role of a member in memory", 60, 4, (world, number) => world.Change(number));
        turns.Find("memory of an organization and its member", GrowthUnit.Bytes, world => world.Size < FewestWeighed ? null : world.BytesOfOne);
        foreach (var (_, world) in worlds) await world.DisposeAsync();
        return new GrowthCurve(Name, "Organizations in one store", "organizations", turns.Lines,
            [
                $"Each has {Members} members. For the first checks the store is closed and opened again each time; the memory is that of the heap, with one member of each in it.",
                "Members of other organizations each time are not in the processor's caches any more where there are many: a "
                    + "dictionary of the same members alone slows down by that, too. The one who is asked about again costs the "
                    + "same among however many.",
            ], "");
    }

    /// <summary>A store of so many organizations.</summary>
    private sealed class OrganizationWorld : IAsyncDisposable
    {
        // A prime: organizations that are asked for one after another are far from each other.
        private const int Stride = 7919;

        private readonly SeededStore _store;
        private readonly ImmutableArray<SeededOrganization> _organizations;
        private readonly Dictionary<string, object> _dictionary;
        private SeededGrid _grid;

        private OrganizationWorld(SeededStore store, ImmutableArray<SeededOrganization> organizations, SeededGrid grid) =>
            (_store, _organizations, _grid, _dictionary) = (
                store, organizations, grid, organizations.ToDictionary(organization => organization.User(1), _ => new object(), StringComparer.Ordinal));

        public int Size => _organizations.Length;

        public double BytesOfOne { get; private set; }

        public static async Task<OrganizationWorld> Make(int size)
        {
            ImmutableArray<SeededOrganization> organizations =
            [
                .. Enumerable.Range(0, size).Select(number => SeededOrganization.Plain(string.Create(CultureInfo.InvariantCulture, $"o{number:D6}"), Members)),
            ];
            var store = await SeededStore.Write([.. organizations]);
            return new OrganizationWorld(store, organizations, await SeededGrid.Open(store));
        }

        public int Somewhere(int number) => (int)((1 + number) * (long)Stride % Size);

        // Whatever a store does first of all is done for somebody who is not there.
        public async ValueTask Reopen()
        {
            await _grid.DisposeAsync();
            _grid = await SeededGrid.Open(_store);
            await _grid.Grid.User("nobody").Check(Caller.Service, "nowhere", "agents:read", null, CancellationToken.None);
        }

        public async ValueTask WakeAll()
        {
            await Reopen();
            var before = Heap.Measure();
            for (var number = 0; number < Size; number++) await Check(number, 1);
            BytesOfOne = (Heap.Measure() - before) / (double)Size;
        }

        public async ValueTask Check(int organization, int member) =>
            (await _grid.Grid.User(_organizations[organization].User(member)).Check(
                Caller.Service, _organizations[organization].Id, "agents:read", null, CancellationToken.None)).Require();

        public ValueTask LookUp(int organization)
        {
            if (!_dictionary.ContainsKey(_organizations[organization].User(1))) throw new InvalidOperationException("Somebody is missing.");
            return default;
        }

        public async ValueTask Change(int number) =>
            (await _grid.Grid.Organization(_organizations[0].Id).AssignRole(
                ChangeContext.Service, _organizations[0].User(1), number % 2 == 0 ? "editor" : "analyst")).Require();

        public async ValueTask DisposeAsync()
        {
            await _grid.DisposeAsync();
            _store.Dispose();
        }
    }
}
