using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using RbacGrains.Grains.Leases;
using RbacGrains.Storage;

namespace RbacGrains.Grains;

/// <summary>Adds the grains to a silo.</summary>
public static class SiloBuilderExtensions
{
    /// <summary>
    /// Adds the organizations, users and invitations to a silo, and <see cref="IGrid"/> to its services. The silo needs clustering and a reminder
    /// service of the application's choice; state goes to a database of its own by <c>Microsoft.Orleans.Persistence.AdoNet</c>.
    /// </summary>
    /// <param name="silo">The silo.</param>
    /// <param name="options">What the grains run on; the same on every silo.</param>
    /// <exception cref="ArgumentException">An option is out of range; the message names it.</exception>
    public static ISiloBuilder AddRbacGrains(this ISiloBuilder silo, RbacGrainsOptions options)
    {
        ArgumentNullException.ThrowIfNull(silo);
        ArgumentNullException.ThrowIfNull(options);
        var services = silo.Services;
        services.AddSingleton(options.Validated());
        services.AddSingleton(options.Models);

        // Before the silo's own hosted service, so that the database is open when the silo looks for its queries.
        services.Insert(0, ServiceDescriptor.Singleton<IHostedService>(provider => provider.GetRequiredService<GridDatabaseHost>()));
        services.AddSingleton<GridDatabaseHost>();
        services.AddSingleton<IAuditLog>(provider => provider.GetRequiredService<GridDatabaseHost>().Database);
        silo.AddAdoNetGrainStorage(GrainHost.StorageName, storage =>
        {
            storage.Invariant = options.Storage.Provider == StorageProvider.Postgres ? "Npgsql" : "System.Data.SQLite";
            storage.ConnectionString = options.Storage.ForProviders();
            storage.GrainStorageSerializer = new RecordSerializer();
        });

        // The default directory can have two activations of a grain for a moment while silos come and go, and both would answer.
#pragma warning disable ORLEANSEXP003 // Experimental in name; its guarantee is the one that is needed here.
        silo.AddDistributedGrainDirectory();
#pragma warning restore ORLEANSEXP003

        // Orleans would keep the grains of a lost silo from being woken up elsewhere for up to half a minute, since that silo may still answer.
        // Here its lease keeps it from answering, and nobody acknowledges a change before that; so nothing needs to be held back.
        silo.Configure<GrainDirectoryOptions>(directory => directory.RangeLeaseDuration = options.LeaseDuration);

        services.AddSingleton<LostSilos>();
        services.AddSingleton<SiloLease>();
        services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>>(provider => provider.GetRequiredService<SiloLease>());
        services.AddSingleton<PolicyHolder>();
        services.AddSingleton<PolicyHolderClient>();
        services.AddGrainService<PolicyHolderService>();
        services.AddSessions(options);
        services.AddSingleton<GrainHost>();
        services.AddRbacGrid(options.Client);
        silo.AddActivityPropagation();
        services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>, RecoveryStart>();
        return silo;
    }

    // What client processes hold under leases.
    private static void AddSessions(this IServiceCollection services, RbacGrainsOptions options)
    {
        services.AddSingleton<MembershipReader>();
        services.AddSingleton<SiloLeaseRecords>();
        services.AddSingleton(provider => new LeaseRegistry(provider.GetRequiredService<SiloLeaseRecords>(), options.Leases, TimeProvider.System));
        services.AddSingleton<SessionSiloClient>();
        services.AddGrainService<SessionSilo>();
        services.AddSingleton<SessionRecalls>();
        services.AddSingleton<SessionKeeper>();
        services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>>(provider => provider.GetRequiredService<SessionKeeper>());
        services.AddSingleton<ILeaseSessions, SiloSessions>();
    }
}
