using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using RbacGrains.Grains;

namespace RbacGrains.Cluster.Testing;

/// <summary>An Orleans client of a cluster, as an application has one.</summary>
internal sealed class ClusterClient : IAsyncDisposable
{
    private readonly IHost _host;

    private ClusterClient(IHost host) => _host = host;

    /// <summary>The grid.</summary>
    public IGrid Grid => _host.Services.GetRequiredService<IGrid>();

    /// <summary>The grains themselves.</summary>
    public IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    /// <summary>Connects by way of some gateways.</summary>
    public static async Task<ClusterClient> Connect(string cluster, string service, IPEndPoint[] gateways)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.ClearProviders();
        builder.Services.AddRbacGridClient(client =>
        {
            client.UseStaticClustering(gateways);
            client.Configure<Orleans.Configuration.ClusterOptions>(options => (options.ClusterId, options.ServiceId) = (cluster, service));
            // A gateway that comes back is used again soon.
            client.Configure<GatewayOptions>(options => options.GatewayListRefreshPeriod = TimeSpan.FromSeconds(1));
        });
        var host = builder.Build();
        await host.StartAsync();
        return new ClusterClient(host);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        try
        {
            await _host.StopAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            // Its silos may be gone.
        }
        _host.Dispose();
    }
}
