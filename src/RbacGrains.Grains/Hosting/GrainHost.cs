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
        return new OrganizationParts(id, new LeasedOrganizationState(record, leases), services, leases);
    }
}

/// <summary>What an organization is made of.</summary>
internal sealed record OrganizationParts(
    string Id, IActorState<OrganizationState> State, ActorServices Services, PolicyLeases Leases);
