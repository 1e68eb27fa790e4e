using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using RbacGrains.Client;

namespace RbacGrains.Grains;

/// <summary>Adds checks in the process of an Orleans client.</summary>
public static class GridLeaseExtensions
{
    /// <summary>
    /// Adds <see cref="LeasedGrid"/> under leases of the cluster, and makes it the <see cref="IPermissions"/> of the application. It belongs after
    /// <see cref="ServiceCollectionExtensions.AddRbacGridClient"/>. A silo that has the grains itself says <c>AddRbacLeases</c> instead.
    /// </summary>
    /// <param name="services">The application's services.</param>
    /// <param name="configure">Sets options; null for the defaults.</param>
    /// <param name="models">The models of the cluster; null for the registered ones, or else the shipped ones.</param>
    public static IServiceCollection AddRbacGridLeases(
        this IServiceCollection services, Action<LeasedGridOptions>? configure = null, ModelCatalog? models = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton<ILeaseSource>(provider => new GrainLeaseSource(
            provider.GetRequiredService<IGrainFactory>(), models ?? provider.GetService<ModelCatalog>() ?? ShippedModels.Load()));
        return services.AddRbacLeases(configure);
    }
}
