using RbacGrains.AdminConsole;
using RbacGrains.Api;
using RbacGrains.Core;
using RbacGrains.Model;

namespace RbacGrains.Silo;

/// <summary>The program: it starts, says what people need to know, and serves until it is asked to stop.</summary>
internal static class SiloProgram
{
    /// <summary>Runs the program.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="output">Where it talks to people.</param>
    /// <param name="error">Where it says why it does not start.</param>
    /// <param name="stop">Asks it to stop, as a signal does.</param>
    /// <returns>The exit code, one of <see cref="ExitCodes"/>.</returns>
    public static async Task<int> Run(string[] args, TextWriter output, TextWriter error, CancellationToken stop)
    {
        if (args.Contains("--help"))
        {
            await output.WriteLineAsync(Usage.Text);
            return ExitCodes.Success;
        }

        if (args.Contains(HealthCheck.Switch)) return await HealthCheck.Run(args, output);
        return await ProgramRun.Run(() => Serve(args, output, stop), error, SiloStartFailure.Explain);
    }

    private static async Task Serve(string[] args, TextWriter output, CancellationToken stop)
    {
        var builder = SiloBuilder.Create(args);
        var settings = SiloSettings.Read(builder.Configuration, args, builder.Environment.IsDevelopment());
        var models = ModelFiles.Load(settings.Models);
        Ports.RequireFree(settings.Cluster);
        await SiloDatabase.Prepare(settings, builder.Configuration, stop);
        var key = RootKeys.Obtain(settings.RootKey, Path.GetFullPath(SiloSettings.RootKeyFile));
        await using var app = SiloBuilder.Build(builder, settings, models, key);
        await app.StartAsync(stop);
        await Greet(app, settings, key, output, stop);
        await app.WaitForShutdownAsync(stop);
    }

    private static async Task Greet(
        WebApplication app, SiloSettings settings, RootKeySource key, TextWriter output, CancellationToken stop)
    {
        var (url, cluster) = (app.Urls.First(), settings.Cluster);
        await output.WriteLineAsync(
            $"RbacGrains serves {url} as a node of the cluster '{cluster.ClusterId}' at {cluster.Address}:{cluster.SiloPort} on {settings.Database.Name}. OpenAPI document: {url}/openapi/v1.json");
        await output.WriteLineAsync(key.Notice);
        if (settings.Demo)
        {
            var token = await DemoSeed.Fill(
                app.Services.GetRequiredService<IGrid>(), app.Services.GetRequiredService<ModelCatalog>(), app.Services.GetRequiredService<TimeProvider>(), stop);
            await output.WriteLineAsync(DemoCalls.Text(url, key.ForShell, token));
            if (settings.Serving.SignIn.Development)
                await output.WriteLineAsync($"The console, where in this environment anybody signs in as anybody: {url}{ConsolePaths.Home}");
        }

        await output.FlushAsync(stop);
    }
}
