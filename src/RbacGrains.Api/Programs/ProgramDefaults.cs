using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;

namespace RbacGrains.Api;

/// <summary>What applies in every program where appsettings.json, the environment and the command line say nothing.</summary>
internal static class ProgramDefaults
{
    /// <summary>Where a program serves.</summary>
    public const string Url = "http://127.0.0.1:5080";

    private static readonly KeyValuePair<string, string?>[] Logging =
    [
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

    /// <summary>Applies them, and those of one program.</summary>
    /// <param name="builder">The program, its configuration read.</param>
    /// <param name="own">The program's own defaults.</param>
    public static WebApplicationBuilder WithDefaults(this WebApplicationBuilder builder, params KeyValuePair<string, string?>[] own)
    {
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = [.. Logging, .. own] });
        if (!SaysWhereToServe(builder.Configuration)) builder.WebHost.UseUrls(Url);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        return builder;
    }

    private static bool SaysWhereToServe(ConfigurationManager configuration) =>
        WhereToServe.Any(key => !string.IsNullOrEmpty(configuration[key]))
        || configuration.GetSection("Kestrel:Endpoints").GetChildren().Any();
}
