using RbacGrains.AdminConsole;
using RbacGrains.Api;
using RbacGrains.Embedded;
using RbacGrains.Model;

namespace RbacGrains.Standalone;

/// <summary>Puts the program together.</summary>
internal static class StandaloneBuilder
{
    /// <summary>Reads the configuration.</summary>
    public static WebApplicationBuilder Create(string[] args) =>
        // A switch without a value would take the next argument for its value.
        WebApplication.CreateBuilder([.. args.Where(arg => arg != StandaloneSettings.DemoSwitch)])
            .WithDefaults(new KeyValuePair<string, string?>("Rbac:Provider", "sqlite"));

    /// <summary>Makes the application.</summary>
    public static WebApplication Build(
        WebApplicationBuilder builder, StandaloneSettings settings, ServingSettings serving, ModelCatalog models, RootKeySource key)
    {
        // Requests under way are answered before the database is closed.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(30));
        builder.Services.AddRbacEmbedded(_ => new EmbeddedOptions { Storage = settings.Storage, Models = models });
        builder.Services.AddRbacApi(options =>
        {
            options.RootKey = key.Key;
            options.PublicUrl = settings.PublicUrl;
        });
        // After the sign-in, which makes the directory of its keys for its owner only; whoever protects data first would make it for everybody.
        builder.AddServing(serving).Services.AddRbacAdminConsole();
        return builder.Build().MapRbacApi().MapRbacAdminConsole();
    }
}
