using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using RbacGrains.Client;

namespace RbacGrains.Load.Scenarios;

/// <summary>The product's own HTTP client of a service, with its bytes counted.</summary>
internal sealed class HttpConnection : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    /// <summary>Makes a client.</summary>
    /// <param name="address">Where the service is.</param>
    /// <param name="key">A key that may act for users.</param>
    /// <param name="traffic">Counts.</param>
    public HttpConnection(Uri address, string key, Traffic traffic)
    {
        var services = new ServiceCollection();
        services.AddRbacHttpClient(options =>
        {
            (options.BaseAddress, options.ApiKey) = (address, key);
            // What fails is to be seen, not to be repeated.
            options.RetryFor = TimeSpan.Zero;
        }).ConfigurePrimaryHttpMessageHandler((handler, _) => ((SocketsHttpHandler)handler).ConnectCallback = (context, cancellationToken) =>
            Connect(context, traffic, cancellationToken));
        services.AddRbacHttpLeases();
        _services = services.BuildServiceProvider();
    }

    /// <summary>The grid.</summary>
    public IGrid Grid => _services.GetRequiredService<IGrid>();

    /// <summary>The service's leases.</summary>
    public ILeaseSource Leases => _services.GetRequiredService<ILeaseSource>();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, Traffic traffic, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
            return new CountingStream(new NetworkStream(socket, ownsSocket: true), traffic);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
