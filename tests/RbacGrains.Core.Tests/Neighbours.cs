using System.Collections.Concurrent;

namespace RbacGrains.Core.Tests;

/// <summary>The users that a page asks about its entries; nobody else.</summary>
internal sealed class Neighbours : IActors
{
    public const string PageKey = "members/acme/7/0";

    private readonly ConcurrentDictionary<string, MemoryState<UserState>> _users = new();

    public Neighbours() => Services = new ActorServices(this, null!, null!, new ModelCatalog([]), TimeProvider.System);

    public ActorServices Services { get; }

    public MemoryState<UserState> StateOf(string user) => _users.GetOrAdd(user, _ => new MemoryState<UserState>());

    public void Join(string user, string role, int page = 0) => StateOf(user).State = new UserState
    {
        Memberships =
        [
            new Membership
            {
                Organization = "acme",
                Incarnation = 7,
                Access = new Access { Role = role },
                JoinedAt = DateTimeOffset.UnixEpoch,
                Page = page,
            },
        ],
    };

    public void Leave(string user) => StateOf(user).State = UserState.Empty;

    public IUserActor User(string id) => new User(id, StateOf(id), Services);

    public IOrganizationActor Organization(string id) => throw new NotSupportedException();

    public IInvitationActor Invitation(string id) => throw new NotSupportedException();

    public IDirectoryPage DirectoryPage(string key) => throw new NotSupportedException();

    public ICatalogEntry CatalogEntry(string key) => throw new NotSupportedException();

    public IGroup Group(string key) => throw new NotSupportedException();

    public ITenantsActor Tenants() => throw new NotSupportedException();
}
