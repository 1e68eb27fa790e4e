using System.Data.Common;
using Npgsql;
using RbacGrains.AdminConsole;
using RbacGrains.Api;
using RbacGrains.Model;
using RbacGrains.Storage;

namespace RbacGrains.Silo;

/// <summary>Puts the node together.</summary>
internal static class SiloBuilder
{
    private static readonly string[] Switches = [SiloSettings.DevelopmentSwitch, SiloSettings.DemoSwitch];

    // Orleans tells a whole page about a silo that starts; what people have to know of it, the node says itself. The watchdog takes the
    // time before the start for a delay; real ones are told by others, too.
    private static readonly KeyValuePair<string, string?>[] Defaults =
    [
        new("Logging:LogLevel:Orleans", "Warning"),
        new("Logging:LogLevel:Orleans.Runtime.Watchdog", "Error"),
        new("Logging:LogLevel:RbacGrains.Grains.Leases.PolicyHolderService", "Warning"),
    ];

    /// <summary>Reads the configuration.</summary>
    public static WebApplicationBuilder Create(string[] args)
    {
        // A switch without a value would take the next argument for its value.
        var options = new WebApplicationOptions
        {
            Args = [.. args.Where(arg => !Switches.Contains(arg))],
            EnvironmentName = args.Contains(SiloSettings.DevelopmentSwitch) ? Environments.Development : null,
        };
        return WebApplication.CreateBuilder(options).WithDefaults(Defaults);
    }

    /// <summary>Makes the application.</summary>
    public static WebApplication Build(WebApplicationBuilder builder, SiloSettings settings, ModelCatalog models, RootKeySource key)
    {
        var services = builder.Services;
        services.AddSingleton(settings);
        services.AddSingleton(settings.Drain);
        // First, so that it stops last and also sends what happens while the others stop.
        TelemetryExport.AddTo(services);
        builder.UseOrleans(silo => SiloCluster.Configure(silo, settings, models));
        services.AddSingleton(DataSource(settings.Database));
        services.AddSingleton<DatabaseProbe>();
        services.AddSingleton<IReadiness, SiloReadiness>();
        services.AddHostedService<DrainDelay>();
        services.Configure<HostOptions>(host => host.ShutdownTimeout = settings.Drain.Delay + settings.Drain.Timeout);
        services.AddRbacApi(options =>
        {
            options.RootKey = key.Key;
            options.PublicUrl = settings.PublicUrl;
        });
        // After the sign-in, which makes the directory of its keys for its owner only; whoever protects data first would make it for everybody.
        builder.AddServing(settings.Serving).Services.AddRbacAdminConsole();
        return builder.Build().LeaveHealthUntraced().MapRbacApi().MapRbacAdminConsole();
    }

    private static DbDataSource DataSource(DatabaseSettings database) => database.Provider == StorageProvider.Postgres
        ? NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database.ConnectionString) { MaxPoolSize = 2, ApplicationName = "RbacGrains health" })
        : Microsoft.Data.Sqlite.SqliteFactory.Instance.CreateDataSource(database.ConnectionString);
}
