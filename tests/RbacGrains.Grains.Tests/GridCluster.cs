using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Orleans.Configuration;
using Orleans.TestingHost;
using RbacGrains.Storage;

namespace RbacGrains.Grains.Tests;

/// <summary>A cluster of silos in this process on an SQLite file of its own, and an Orleans client outside of it.</summary>
internal sealed class GridCluster : IAsyncDisposable
{
    private const int DirectoryCache = 10_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("rbac-cluster-").FullName;
    private InProcessTestCluster? _cluster;

    /// <summary>The time by which memberships expire.</summary>
    public ManualClock Clock { get; } = new();

    /// <summary>How long leases last.</summary>
    public TimeSpan Lease { get; private init; } = TimeSpan.FromSeconds(5);

    public InProcessTestCluster Silos => _cluster!;

    /// <summary>The grid, from the client: every call crosses the wire at least once.</summary>
    public IGrid Grid => Silos.Client.ServiceProvider.GetRequiredService<IGrid>();

    /// <summary>The connection string of the file.</summary>
    public string Database => $"Data Source={Path.Combine(_folder, "grid.db")}";

    /// <summary>What a test adds to each silo.</summary>
    public Action<ISiloBuilder>? OnSilo { get; private init; }

    /// <summary>What a test adds to the client.</summary>
    public Action<IClientBuilder>? OnClient { get; private init; }

    public static async Task<GridCluster> Start(
        short silos = 2, TimeSpan? lease = null, Action<ISiloBuilder>? onSilo = null, Action<IClientBuilder>? onClient = null)
    {
        var cluster = new GridCluster { Lease = lease ?? TimeSpan.FromSeconds(5), OnSilo = onSilo, OnClient = onClient };
        await cluster.Deploy(silos);
        return cluster;
    }

    public async Task Deploy(short silos = 2)
    {
        var storage = new GridStorageOptions { Provider = StorageProvider.Sqlite, ConnectionString = Database, MigrateOnStart = true };
        // Before any silo does: of two that bring one SQLite file up to date, one waits for the other, in whole seconds.
        await using (await GridDatabase.Open(storage, TimeProvider.System, NullLogger<GridDatabase>.Instance))
        {
        }

        var builder = new InProcessTestClusterBuilder(silos);
        builder.Options.ConfigureFileLogging = false;
        builder.Options.ServiceId = "rbac-tests";
        builder.ConfigureSilo((_, silo) =>
        {
            silo.Services.AddLogging(logging => logging.ClearProviders());
            silo.UseInMemoryReminderService();
            // Room for a million grains is made at once, and looked through whenever a silo comes or goes.
            silo.Configure<GrainDirectoryOptions>(directory => directory.CacheSize = DirectoryCache);
            silo.AddRbacGrains(new RbacGrainsOptions
            {
                Storage = storage with { MigrateOnStart = false },
                Models = ContractModels.Catalog,
                Clock = Clock,
                LeaseDuration = Lease,
            });
            OnSilo?.Invoke(silo);
        });
        builder.ConfigureClient(client =>
        {
            client.Services.AddRbacGridClient();
            OnClient?.Invoke(client);
        });
        _cluster = builder.Build();
        await _cluster.DeployAsync();
    }

    /// <summary>Kills every silo: nothing is saved that they would save when they are told to stop.</summary>
    public async Task Kill()
    {
        foreach (var silo in Silos.Silos.ToList()) await Silos.KillSiloAsync(silo);
        await End();
    }

    /// <summary>A service of one of the silos.</summary>
    public T On<T>(int silo)
        where T : notnull => Silos.GetSiloServiceProvider(Silos.Silos[silo].SiloAddress).GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        if (_cluster is not null) await End();
        Directory.Delete(_folder, recursive: true);
    }

    // Disposing alone leaves a handler of the process's that keeps the cluster in memory, and the start of every silo collects all of the garbage:
    // each cluster would make all that follow slower.
    private async Task End()
    {
        await Silos.StopAllSilosAsync();
        await Silos.DisposeAsync();
    }
}
