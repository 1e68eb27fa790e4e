using System.Collections.Concurrent;
using RbacGrains.Core;
using RbacGrains.Model;

namespace RbacGrains.Embedded;

/// <summary>
/// The grid in one process. Every actor is an object that is made when it is first asked for and reads its state when it
/// first needs it. The process must be the only one on its store; the store sees to that.
/// </summary>
public sealed class EmbeddedGrid : IGrid, IActors, IPolicySource, IAsyncDisposable
{
    /// <summary>How often users are asked whether they may rest; whoever was wanted stays awake for at least so long.</summary>
    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(1);

    private readonly IStateStore _store;
    private readonly ConcurrentDictionary<string, Organization> _organizations = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, EmbeddedUser> _users = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Invitation> _invitations = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DirectoryPage> _pages = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, CatalogEntry> _catalog = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Group> _groups = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<EmbeddedUser> _awake = new();
    private readonly ITimer _sweeps;
    private readonly Tenants _tenants;
    private readonly EmbeddedLeases _leases;
    private bool _isDisposed;

    private EmbeddedGrid(IStateStore store, IAuditLog auditLog, ModelCatalog models, TimeProvider clock, LeaseOptions leases)
    {
        _store = store;
        _leases = new EmbeddedLeases(this, store);
        Leases = new LeaseRegistry(_leases, leases, clock);
        Services = new ActorServices(this, this, auditLog, models, clock);
        _sweeps = clock.CreateTimer(static grid => ((EmbeddedGrid)grid!).Sweep(), this, SweepEvery, SweepEvery);
        _tenants = new Tenants(State<TenantsState>("tenants", "all"), Services);
    }

    /// <inheritdoc/>
    ITenants IGrid.Tenants => _tenants;

    /// <summary>What client processes hold of this grid, and in-process clients as well.</summary>
    public LeaseRegistry Leases { get; }

    /// <summary>What users at rest share.</summary>
    internal RestingTable Resting { get; } = new();

    /// <summary>What every actor is given.</summary>
    internal ActorServices Services { get; }

    /// <summary>Opens the grid on a store, and finishes what an earlier process left unfinished before anything is served.</summary>
    /// <param name="store">Where state is kept.</param>
    /// <param name="auditLog">The log that the store appends to.</param>
    /// <param name="models">The authorization models that organizations can live by.</param>
    /// <param name="clock">The time.</param>
    /// <param name="cancellationToken">Stops the opening.</param>
    /// <param name="leases">How leases are granted; null for the defaults.</param>
    /// <exception cref="ArgumentException">A lease option is out of its bounds.</exception>
    public static async ValueTask<EmbeddedGrid> Open(
        IStateStore store,
        IAuditLog auditLog,
        ModelCatalog models,
        TimeProvider clock,
        CancellationToken cancellationToken,
        LeaseOptions? leases = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        var grid = new EmbeddedGrid(store, auditLog, models, clock, leases ?? new LeaseOptions());
        await grid._leases.Recover(grid.Leases, cancellationToken);
        var unfinished = new List<StateKey>();
        await foreach (var key in store.ReadUnfinished(cancellationToken)) unfinished.Add(key);
        foreach (var key in unfinished) await grid.Resume(key);
        return grid;
    }

    /// <inheritdoc/>
    public IOrganization Organization(string id) => OrganizationActor(id);

    /// <inheritdoc/>
    public IUser User(string id) => UserActor(id);

    /// <inheritdoc/>
    public IInvitation Invitation(string id) => InvitationActor(id);

    /// <inheritdoc/>
    IOrganizationActor IActors.Organization(string id) => OrganizationActor(id);

    /// <inheritdoc/>
    IUserActor IActors.User(string id) => UserActor(id);

    /// <inheritdoc/>
    IInvitationActor IActors.Invitation(string id) => InvitationActor(id);

    /// <inheritdoc/>
    ITenantsActor IActors.Tenants() => _tenants;

    /// <inheritdoc/>
    IDirectoryPage IActors.DirectoryPage(string key) => _pages.GetOrAdd(
        key, static (key, grid) => new DirectoryPage(key, grid.State<DirectoryPageState>("page", key), grid.Services), this);

    /// <inheritdoc/>
    ICatalogEntry IActors.CatalogEntry(string key) => _catalog.GetOrAdd(
        key, static (key, grid) => new CatalogEntry(key, grid.State<CatalogEntryState>("resource", key)), this);

    /// <inheritdoc/>
    IGroup IActors.Group(string key) => _groups.GetOrAdd(
        key, static (key, grid) => new Group(key, grid.State<GroupState>("group", key)), this);

    /// <inheritdoc/>
    ValueTask<Result<OrganizationPolicy>> IPolicySource.Get(string organization, CancellationToken cancellationToken) =>
        OrganizationActor(organization).ReadPolicy(cancellationToken);

    /// <summary>Saves the directories, so that the next process need not ask every listed actor. Losing this loses nothing.</summary>
    public async ValueTask DisposeAsync()
    {
        // A container disposes of it once more, when what it is on is closed, and leases that are out are no longer known here.
        if (Interlocked.Exchange(ref _isDisposed, true)) return;
        await _sweeps.DisposeAsync();
        var isHeldElsewhere = Leases.IsHeldElsewhere;
        Leases.Dispose();
        if (!isHeldElsewhere) await _leases.Settle();
        foreach (var page in _pages.Values) await page.Flush();
    }

    /// <summary>An organization's actor.</summary>
    internal Organization OrganizationActor(string id) => _organizations.GetOrAdd(
        id, static (id, grid) => new Organization(
            id,
            new RecalledOrganizationState(id, grid.State<OrganizationState>("organization", id), grid.Leases),
            grid.Services), this);

    /// <summary>A user.</summary>
    internal EmbeddedUser UserActor(string id) => _users.GetOrAdd(id, static (id, grid) => new EmbeddedUser(id, grid), this);

    /// <summary>A user's actor, of which there must be no other.</summary>
    internal AwakeUser Wake(string id) => new(id, State<UserState>("user", id), Leases, Services);

    /// <summary>Lets a user go; the next who asks for them gets another.</summary>
    internal void Forget(string id, EmbeddedUser user) => _users.TryRemove(KeyValuePair.Create(id, user));

    /// <summary>Has a user asked, from now on, whether they may rest.</summary>
    internal void SweepLater(EmbeddedUser user) => _awake.Enqueue(user);

    /// <summary>Sends to rest whom nobody has wanted since it was called last.</summary>
    internal void Sweep()
    {
        for (var users = _awake.Count; users > 0 && _awake.TryDequeue(out var user); users--)
            if (user.Sweep()) _awake.Enqueue(user);
    }

    private Invitation InvitationActor(string id) => _invitations.GetOrAdd(
        id, static (id, grid) => new Invitation(id, grid.State<InvitationState>("invitation", id), grid.Services), this);

    private StoredActorState<T> State<T>(string kind, string id)
        where T : class => new(new StateKey(kind, id), _store);

    private ValueTask Resume(StateKey key) => key.Kind switch
    {
        "organization" => OrganizationActor(key.Id).Resume(),
        "invitation" => InvitationActor(key.Id).Resume(),
        "group" => OrganizationActor(GroupKey.Parse(key.Id).Organization).ResumeGroup(GroupKey.Parse(key.Id).Group),
        _ => throw new InvalidDataException($"The record '{key}' is marked unfinished, but nothing of its kind can be."),
    };
}
