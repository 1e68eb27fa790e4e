using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using RbacGrains.Client;

namespace RbacGrains.Grains;

/// <summary>Adds the call filters to a silo or a client.</summary>
public static class CallFilterExtensions
{
    /// <summary>
    /// Guards the application's own grains on a silo by <see cref="RequireActionAttribute"/> and <see cref="RequireAreaAttribute"/>, and carries the
    /// acting user on. It belongs on every silo: one without it lets everything through. Decisions come from <see cref="IPermissions"/>,
    /// which asks the grid unless another one, such as the leased one, is registered; so the silo needs that, or <see cref="IGrid"/>.
    /// </summary>
    /// <param name="services">The services of the silo, as in <c>silo.Services.AddRbacCallFilters()</c>.</param>
    public static IServiceCollection AddRbacCallFilters(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton<IPermissions>(provider => new GridPermissions(provider.GetRequiredService<IGrid>()));
        services.AddDenialStatus();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IIncomingGrainCallFilter, PermissionCallFilter>());
        return services.AddActingUserFilter();
    }

    /// <summary>Says with each call of a grain on whose behalf this client makes it.</summary>
    /// <param name="client">The client.</param>
    public static IClientBuilder AddRbacCallFilters(this IClientBuilder client)
    {
        ArgumentNullException.ThrowIfNull(client);
        client.Services.AddActingUserFilter();
        return client;
    }

    /// <summary>
    /// Makes the signed-in user of each HTTP request the acting user of the grain calls that follow from it. Where a request says who acts and
    /// where is told by <see cref="RbacAuthorizationOptions"/>: by default the user is the claim <c>sub</c> or the name identifier.
    /// </summary>
    /// <param name="services">The services of an ASP.NET Core application that is a silo or a client.</param>
    public static IServiceCollection AddRbacHttpActingUser(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions();
        services.AddHttpContextAccessor();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IActingUserSource, HttpActingUser>());
        return services;
    }

    private static IServiceCollection AddActingUserFilter(this IServiceCollection services)
    {
        services.AddRbacWire();
        services.TryAddSingleton<GuardedCalls>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IOutgoingGrainCallFilter, ActingUserCallFilter>());
        return services;
    }
}
