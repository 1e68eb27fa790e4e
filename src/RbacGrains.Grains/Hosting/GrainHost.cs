using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.Storage;
using RbacGrains.Grains.Leases;

namespace RbacGrains.Grains;

/// <summary>Gives the actors what they need on this silo.</summary>
internal sealed class GrainHost(
    IGrainFactory grains,
    [FromKeyedServices(GrainHost.StorageName)] IGrainStorage storage,
    GridDatabaseHost database,
    PolicyHolder policies,
    PolicyHolderClient holders,
    SessionRecalls sessions,
    SiloLease lease,
    IClusterMembershipService membership,
    GridCalls calls,
    RbacGrainsOptions options,
    ILogger<PolicyLeases> logger)
{
    private static readonly DeactivationReason Replaced =
        new(DeactivationReasonCode.ApplicationError, "Another activation coordinates the organization.");

    /// <summary>The name of the grain storage.</summary>
    public const string StorageName = "rbac";

    /// <summary>What every actor is given.</summary>
    public ActorServices Services { get; } =
        new(new GrainActors(grains, calls), policies, new GridAuditLog(database.Database), options.Models, options.Clock);

    /// <summary>The state of a grain.</summary>
    public GrainActorState<T> State<T>(string kind, GrainId grain)
        where T : class => new(kind, grain, storage, lease);

    /// <summary>What an organization is made of: its changes are fenced by a term, and those of its policy recall leases.</summary>
    public OrganizationParts Organization(IGrainContext context)
    {
        var grain = context.GrainId;
        var id = grain.Key.ToString()!;
        var record = State<OrganizationState>("organization", grain);
        var leases = new PolicyLeases(id, holders, membership, lease, options, logger);
        var services = Services with { Actors = new GrainActors(grains, calls, new OrganizationTerm(record, () => context.Deactivate(Replaced))) };
        var clients = new SessionHolders(sessions, LeaseKind.Organization, id);
        // A change that leaves the policy's version alone (another page of members) leaves what clients hold, too.
        var state = new SessionedState<OrganizationState>(
            new LeasedOrganizationState(record, leases), clients, static (before, next) => before?.Version != next.Version);
        return new OrganizationParts(id, state, services, record, leases, clients);
    }

    /// <summary>What a user is made of: every change is recalled from the clients that hold what was before.</summary>
    public UserParts User(GrainId grain)
    {
        var id = grain.Key.ToString()!;
        var record = State<UserState>("user", grain);
        var clients = new SessionHolders(sessions, LeaseKind.User, id);
        return new UserParts(id, new SessionedState<UserState>(record, clients, static (_, _) => true), record, clients);
    }
}

/// <summary>What an organization is made of.</summary>
internal sealed record OrganizationParts(
    string Id,
    IActorState<OrganizationState> State,
    ActorServices Services,
    GrainActorState<OrganizationState> Record,
    PolicyLeases Leases,
    SessionHolders Sessions);

/// <summary>What a user is made of.</summary>
internal sealed record UserParts(string Id, IActorState<UserState> State, GrainActorState<UserState> Record, SessionHolders Sessions);
