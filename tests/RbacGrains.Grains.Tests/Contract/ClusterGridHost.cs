using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.TestingHost;
using RbacGrains.Storage;

namespace RbacGrains.Grains.Tests;

/// <summary>
/// A cluster of two silos in this process on an SQLite file of their own, used through an Orleans client: every call crosses the wire at
/// least once.
/// </summary>
internal sealed class ClusterGridHost : IGridHost
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rbac-cluster-").FullName;
    private InProcessTestCluster? _cluster;

    public IGrid Grid => _cluster!.Client.ServiceProvider.GetRequiredService<IGrid>();

    public ManualClock Clock { get; } = new();

    public static async Task<IGridHost> Start()
    {
        var host = new ClusterGridHost();
        await host.Deploy();
        return host;
    }

    /// <summary>Both silos are killed: nothing is saved that they would save when they are told to stop.</summary>
    public async Task Restart()
    {
        foreach (var silo in _cluster!.Silos.ToList()) await _cluster.KillSiloAsync(silo);
        await _cluster.DisposeAsync();
        await Deploy();
    }

    public async ValueTask DisposeAsync()
    {
        await _cluster!.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task Deploy()
    {
        var builder = new InProcessTestClusterBuilder();
        builder.Options.ConfigureFileLogging = false;
        builder.ConfigureSilo((_, silo) =>
        {
            silo.Services.AddLogging(logging => logging.ClearProviders());
            silo.UseInMemoryReminderService();
            silo.AddRbacGrains(new RbacGrainsOptions
            {
                Storage = new GridStorageOptions
                {
                    Provider = StorageProvider.Sqlite,
                    ConnectionString = $"Data Source={Path.Combine(_folder, "grid.db")}",
                    MigrateOnStart = true,
                },
                Models = ContractModels.Catalog,
                Clock = Clock,
            });
        });
        builder.ConfigureClient(client => client.Services.AddRbacGridClient());
        _cluster = builder.Build();
        await _cluster.DeployAsync();
    }
}
