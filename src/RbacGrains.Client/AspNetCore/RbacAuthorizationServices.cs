using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace RbacGrains.Client;

/// <summary>Adds authorization by RbacGrains to an ASP.NET Core application.</summary>
public static class RbacAuthorizationServices
{
    /// <summary>
    /// Adds the framework's authorization with <see cref="RequireActionAttribute"/> and its kin, and <see cref="IPermissions"/> where none is registered:
    /// it then asks the registered <see cref="IGrid"/>. An application that has neither does not start.
    /// </summary>
    /// <remarks>
    /// An <see cref="IAuthorizationPolicyProvider"/> or <see cref="IAuthorizationMiddlewareResultHandler"/> of the application's own goes on working for what is not
    /// RbacGrains' if it is registered before this call.
    /// </remarks>
    /// <param name="services">The application's services.</param>
    /// <param name="configure">Changes where requests say who acts and where.</param>
    public static IServiceCollection AddRbacGrains(this IServiceCollection services, Action<RbacAuthorizationOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (configure is not null) services.Configure(configure);
        if (services.Any(service => service.ServiceType == typeof(IScopeResolver) && service.ImplementationType == typeof(SourceScopeResolver))) return services;

        services.AddAuthorization();
        services.AddHttpContextAccessor();
        services.AddDenialStatus();
        services.TryAddSingleton<IScopeResolver, SourceScopeResolver>();
        services.AddTransient<IAuthorizationHandler, ActionAuthorizationHandler>();
        services.Decorate<IAuthorizationPolicyProvider>(inner => new ActionPolicyProvider(inner));
        services.Decorate<IAuthorizationMiddlewareResultHandler>(
            (inner, provider) => new RefusalResultHandler(inner, provider.GetRequiredService<IDenialStatus>()));
        AddPermissions(services);
        return services;
    }

    /// <summary>Adds what knows the status of a denial.</summary>
    internal static IServiceCollection AddDenialStatus(this IServiceCollection services)
    {
        services.AddOptions();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IGridSource, GridSource>();
        services.TryAddSingleton<IDenialStatus, ModelDenialStatus>();
        return services;
    }

    private static void AddPermissions(IServiceCollection services)
    {
        var own = ServiceDescriptor.Singleton<IPermissions>(provider => new GridPermissions(provider.GetRequiredService<IGrid>()));
        services.TryAdd(own);
        services.AddOptions<RbacAuthorizationOptions>()
            .Validate(
                _ => services.Any(service => service.ServiceType == typeof(IGrid))
                    || services.Any(service => service.ServiceType == typeof(IPermissions) && service != own),
                "AddRbacGrains needs somebody to ask: register an IGrid (AddRbacEmbedded, AddRbacGridClient) or an IPermissions.")
            .Validate(
                options => options.User.Count > 0 && options.Organization.Count > 0,
                "RbacAuthorizationOptions has no source left for the user or for the organization, so nothing could be allowed.")
            .Validate(
                options => options.DenialStatus is null or 401 or 403,
                "RbacAuthorizationOptions.DenialStatus is neither 401 nor 403.")
            .ValidateOnStart();
    }

    private static void Decorate<T>(this IServiceCollection services, Func<T, T> with)
        where T : class => services.Decorate<T>((inner, _) => with(inner));

    private static void Decorate<T>(this IServiceCollection services, Func<T, IServiceProvider, T> with)
        where T : class
    {
        var inner = services.Last(service => service.ServiceType == typeof(T));
        services.Add(new ServiceDescriptor(typeof(T), provider => with((T)Make(inner, provider), provider), inner.Lifetime));
    }

    private static object Make(ServiceDescriptor service, IServiceProvider provider) =>
        service.ImplementationInstance
        ?? service.ImplementationFactory?.Invoke(provider)
        ?? ActivatorUtilities.CreateInstance(provider, service.ImplementationType!);
}
