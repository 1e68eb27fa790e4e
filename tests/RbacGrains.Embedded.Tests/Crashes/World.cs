namespace RbacGrains.Embedded.Tests.Crashes;

/// <summary>A grid on a store that can fail, and what a workflow remembers between its attempts.</summary>
internal sealed class World
{
    private readonly MemoryStore _memory = new();

    private World() => Store = new FaultyStore(_memory);

    public FaultyStore Store { get; private set; }

    public EmbeddedGrid Grid { get; private set; } = null!;

    public ManualClock Clock { get; } = new();

    /// <summary>The invitation that was handed out, if any.</summary>
    public IssuedInvitation? Issued { get; set; }

    /// <summary>The API key that was handed out last, if any.</summary>
    public IssuedApiKey? Key { get; set; }

    public IOrganization Acme => Grid.Organization("acme");

    public static async Task<World> Create()
    {
        var world = new World();
        await world.Open();
        return world;
    }

    /// <summary>Another process on the same store; nothing of this one is saved.</summary>
    public async Task Restart()
    {
        Store = new FaultyStore(_memory);
        await Open();
    }

    public Task CheckInvariants() => Invariants.Check(Grid, "acme", Workflows.Users);

    private async Task Open() =>
        Grid = await EmbeddedGrid.Open(Store, _memory, ContractModels.Catalog, Clock, CancellationToken.None);
}
