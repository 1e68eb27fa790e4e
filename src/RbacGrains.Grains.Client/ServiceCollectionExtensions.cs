using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace RbacGrains.Grains;

/// <summary>Adds the grid to a client of the cluster.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>
    /// Adds <see cref="IGrid"/> to an application that is, or becomes with <paramref name="cluster"/>, an Orleans client. It is the interface of
    /// the embedded host: an application moves to the cluster by this one line.
    /// </summary>
    /// <param name="services">The application's services.</param>
    /// <param name="cluster">How the cluster is found, such as <c>UseLocalhostClustering()</c> or <c>UseAdoNetClustering(...)</c>; null when the application has an Orleans client already.</param>
    /// <param name="options">How patient the client is; null for the defaults.</param>
    public static IServiceCollection AddRbacGridClient(
        this IServiceCollection services, Action<IClientBuilder>? cluster = null, GridClientOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (cluster is not null)
        {
            services.AddOrleansClient(client =>
            {
                client.AddActivityPropagation();
                cluster(client);
            });
        }
        return services.AddRbacGrid(options ?? new GridClientOptions());
    }

    /// <summary>Adds the grid to whatever has a grain factory.</summary>
    internal static IServiceCollection AddRbacGrid(this IServiceCollection services, GridClientOptions options)
    {
        options = options.Validated();
        services.AddRbacWire();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => new GridCalls(options, TimeProvider.System));
        services.TryAddSingleton<IGrid>(provider => new GrainGrid(
            provider.GetRequiredService<IGrainFactory>(), provider.GetRequiredService<GridCalls>()));
        return services;
    }
}
