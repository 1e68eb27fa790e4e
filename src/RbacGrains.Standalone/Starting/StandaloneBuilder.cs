using Microsoft.Extensions.Configuration.Memory;
using RbacGrains.Api;
using RbacGrains.Embedded;
using RbacGrains.Model;

namespace RbacGrains.Standalone;

/// <summary>Puts the program together.</summary>
internal static class StandaloneBuilder
{
    private const string DefaultUrl = "http://127.0.0.1:5080";

    // What applies where appsettings.json, the environment and the command line say nothing.
    private static readonly KeyValuePair<string, string?>[] Defaults =
    [
        new("Rbac:Provider", "sqlite"),
        new("Logging:LogLevel:Default", "Information"),
        new("Logging:LogLevel:Microsoft.AspNetCore", "Warning"),
        new("Logging:LogLevel:Microsoft.Hosting.Lifetime", "Warning"),
        // A failure to start is told once, in a sentence, by StartFailure.
        new("Logging:LogLevel:Microsoft.Extensions.Hosting.Internal.Host", "None"),
        new("Logging:Console:FormatterName", "simple"),
        new("Logging:Console:FormatterOptions:SingleLine", "true"),
        new("Logging:Console:FormatterOptions:TimestampFormat", "HH:mm:ss "),
    ];

    private static readonly string[] WhereToServe = ["urls", "http_ports", "https_ports"];

    /// <summary>Reads the configuration.</summary>
    public static WebApplicationBuilder Create(string[] args)
    {
        // A switch without a value would take the next argument for its value.
        var builder = WebApplication.CreateBuilder([.. args.Where(arg => arg != StandaloneSettings.DemoSwitch)]);
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = Defaults });
        if (!SaysWhereToServe(builder.Configuration)) builder.WebHost.UseUrls(DefaultUrl);
        return builder;
    }

    /// <summary>Makes the application.</summary>
    public static WebApplication Build(
        WebApplicationBuilder builder, StandaloneSettings settings, ModelCatalog models, RootKeySource key)
    {
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        // Requests under way are answered before the database is closed.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(30));
        builder.Services.AddRbacEmbedded(_ => new EmbeddedOptions { Storage = settings.Storage, Models = models });
        builder.Services.AddRbacApi(options => options.RootKey = key.Key);
        return builder.Build().MapRbacApi();
    }

    private static bool SaysWhereToServe(ConfigurationManager configuration) =>
        WhereToServe.Any(key => !string.IsNullOrEmpty(configuration[key]))
        || configuration.GetSection("Kestrel:Endpoints").GetChildren().Any();
}
