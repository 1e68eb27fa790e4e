using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace RbacGrains.Client;

/// <summary>Adds checks in the application's own process.</summary>
public static class LeaseServiceCollectionExtensions
{
    /// <summary>
    /// Adds <see cref="LeasedGrid"/>, and makes it the <see cref="IPermissions"/> of the application. It answers under leases of whatever
    /// <see cref="ILeaseSource"/> is registered, or else of the grid in this process, and passes on what leases do not answer to the
    /// <see cref="IGrid"/> that is registered.
    /// </summary>
    /// <param name="services">The application's services, which have an <see cref="IGrid"/>.</param>
    /// <param name="configure">Sets options; null for the defaults.</param>
    public static IServiceCollection AddRbacLeases(this IServiceCollection services, Action<LeasedGridOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<LeasedGridOptions>().Configure(configure ?? (_ => { }));
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ILeaseSource>(provider =>
            new LocalLeaseSource(provider.GetRequiredService<ILeaseSessions>(), provider.GetRequiredService<ModelCatalog>()));
        services.TryAddSingleton(provider => new LeasedGrid(
            provider.GetRequiredService<IGrid>(),
            provider.GetRequiredService<ILeaseSource>(),
            provider.GetRequiredService<IOptions<LeasedGridOptions>>().Value,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetService<ILogger<LeasedGrid>>()));
        services.Replace(ServiceDescriptor.Singleton<IPermissions>(provider => provider.GetRequiredService<LeasedGrid>()));
        return services;
    }
}
