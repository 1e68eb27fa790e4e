using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using RbacGrains.Core;

namespace RbacGrains.Embedded;

/// <summary>Adds the embedded grid to an application.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>
    /// Adds <see cref="IGrid"/> in this process. It opens before the application's other services start; what keeps it from
    /// opening (an unreachable database, a newer schema, another owner) keeps the application from starting.
    /// </summary>
    /// <param name="services">The application's services.</param>
    /// <param name="options">What the grid runs on.</param>
    public static IServiceCollection AddRbacEmbedded(this IServiceCollection services, Func<IServiceProvider, EmbeddedOptions> options)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.TryAddSingleton(provider => provider.GetRequiredService<EmbeddedOptions>().Models);
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<EmbeddedHost>(provider));
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<EmbeddedHost>());
        services.AddSingleton<IGrid>(provider => provider.GetRequiredService<EmbeddedHost>().Grid);
        services.AddSingleton<ILeaseSessions>(provider => provider.GetRequiredService<EmbeddedHost>().Grid.Leases);
        return services;
    }
}
