using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RbacGrains.Grains;
using RbacGrains.Storage;

namespace RbacGrains.LoadTests;

/// <summary>A silo of this program: the grid's grains on an SQLite file of its own, and grains that do nothing.</summary>
internal sealed class Silo : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly DirectoryInfo _folder;

    private Silo(IHost host, DirectoryInfo folder, int gateway)
    {
        (_host, _folder) = (host, folder);
        Gateway = new IPEndPoint(IPAddress.Loopback, gateway);
    }

    /// <summary>Where Orleans clients find it.</summary>
    public IPEndPoint Gateway { get; }

    /// <summary>The grid, as the silo's own code has it.</summary>
    public IGrid Grid => _host.Services.GetRequiredService<IGrid>();

    /// <summary>The grains, as the silo's own code has them.</summary>
    public IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    /// <summary>Starts it.</summary>
    /// <param name="storage">Where state is; null for an SQLite file of its own.</param>
    public static async Task<Silo> Start(GridStorageOptions? storage = null)
    {
        var folder = Directory.CreateTempSubdirectory("rbac-load-");
        var ports = FreePorts.Find(2);
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.ClearProviders();
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(ports[0], ports[1], serviceId: "rbac", clusterId: "rbac");
            silo.UseInMemoryReminderService();
            silo.AddRbacGrains(new RbacGrainsOptions
            {
                Storage = storage ?? new GridStorageOptions
                {
                    Provider = StorageProvider.Sqlite,
                    ConnectionString = $"Data Source={Path.Combine(folder.FullName, "grid.db")}",
                    MigrateOnStart = true,
                },
            });
        });
        var host = builder.Build();
        await host.StartAsync();
        return new Silo(host, folder, ports[1]);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        _folder.Delete(recursive: true);
    }
}
