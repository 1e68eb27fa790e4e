using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Radzen;

namespace RbacGrains.AdminConsole;

/// <summary>Registers what the console needs beside a grid, a model catalog and the sign-in.</summary>
public static class AdminConsoleServices
{
    /// <summary>Adds the console's services.</summary>
    public static IServiceCollection AddRbacAdminConsole(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddRadzenComponents();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ConsoleAssets>();
        services.AddScoped<ConsoleSession>();
        // These need the sign-in. Where there is none there are no pages, and a container that checks what it could make must not ask for it.
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<InvitationCookie>(provider));
        services.AddScoped(provider => ActivatorUtilities.CreateInstance<SessionWatch>(provider));
        services.AddScoped<CircuitHandler>(provider => ActivatorUtilities.CreateInstance<SessionCircuit>(provider));
        services.AddScoped<Toasts>();
        return services;
    }
}
