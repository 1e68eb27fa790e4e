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
        services.AddSingleton<InvitationCookie>();
        services.AddScoped<ConsoleSession>();
        services.AddScoped<SessionWatch>();
        services.AddScoped<CircuitHandler, SessionCircuit>();
        services.AddScoped<Toasts>();
        return services;
    }
}
