using Orleans.Configuration;
using RbacGrains.Grains;
using RbacGrains.Model;

namespace RbacGrains.Silo;

/// <summary>What makes a process a node: how the nodes find each other, where their state is, how soon one is given up.</summary>
internal static class SiloCluster
{
    private const string Postgres = "Npgsql";

    /// <summary>Configures Orleans.</summary>
    public static void Configure(ISiloBuilder silo, SiloSettings settings, ModelCatalog models)
    {
        if (settings.Development) FindNobody(silo, settings.Cluster);
        else FindOthers(silo, settings);
        silo.Configure<ClusterMembershipOptions>(options => GiveUp(options, settings.Membership));
        silo.AddRbacGrains(new RbacGrainsOptions
        {
            Storage = settings.Database.Storage,
            Models = models,
            LeaseDuration = settings.Cluster.LeaseDuration,
        });
    }

    private static void FindNobody(ISiloBuilder silo, ClusterSettings cluster)
    {
        silo.UseLocalhostClustering(
            cluster.SiloPort, cluster.GatewayPort, serviceId: cluster.ServiceId, clusterId: cluster.ClusterId);
        silo.UseInMemoryReminderService();
    }

    private static void FindOthers(ISiloBuilder silo, SiloSettings settings)
    {
        var (cluster, connection) = (settings.Cluster, settings.Database.ConnectionString);
        silo.Configure<ClusterOptions>(options => (options.ClusterId, options.ServiceId) = (cluster.ClusterId, cluster.ServiceId));
        silo.ConfigureEndpoints(cluster.Address, cluster.SiloPort, cluster.GatewayPort);
        silo.UseAdoNetClustering(options => (options.Invariant, options.ConnectionString) = (Postgres, connection));
        silo.UseAdoNetReminderService(options => (options.Invariant, options.ConnectionString) = (Postgres, connection));
    }

    private static void GiveUp(ClusterMembershipOptions options, MembershipSettings settings)
    {
        options.ProbeTimeout = settings.ProbeTimeout;
        options.MaxProbeTimeout = settings.MaxProbeTimeout;
        options.NumMissedProbesLimit = settings.MissedProbes;
        options.NumVotesForDeathDeclaration = settings.Votes;
        options.IAmAliveTablePublishTimeout = settings.HeartbeatPeriod;
        // Nodes tell each other of changes at once; the table is read for what got lost on the way.
        options.TableRefreshTimeout = TimeSpan.FromSeconds(10);
    }
}
