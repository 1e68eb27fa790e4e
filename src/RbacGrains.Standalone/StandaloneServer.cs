using RbacGrains.AdminConsole;
using RbacGrains.Api;
using RbacGrains.Core;
using RbacGrains.Model;
using RbacGrains.Storage;

namespace RbacGrains.Standalone;

/// <summary>The program: it starts, says what people need to know, and serves until it is asked to stop.</summary>
internal static class StandaloneServer
{
    /// <summary>Runs the program.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="output">Where it talks to people.</param>
    /// <param name="error">Where it says why it does not start.</param>
    /// <param name="stop">Asks it to stop, as a signal does.</param>
    /// <returns>The exit code: 0, 1 when it could not start, 2 for mistakes in its configuration or model files.</returns>
    public static async Task<int> Run(string[] args, TextWriter output, TextWriter error, CancellationToken stop)
    {
        if (args.Contains("--help"))
        {
            await output.WriteLineAsync(Usage.Text);
            return ExitCodes.Success;
        }

        return await ProgramRun.Run(() => Serve(args, output, stop), error, failure =>
            failure is SchemaException or StorageUnavailableException ? failure.Message : null);
    }

    private static async Task Serve(string[] args, TextWriter output, CancellationToken stop)
    {
        var builder = StandaloneBuilder.Create(args);
        var settings = StandaloneSettings.Read(builder.Configuration, builder.Environment.ContentRootPath, args);
        var serving = ServingSettings.Read(builder.Configuration, builder.Environment.IsDevelopment(), settings.Demo);
        var models = ModelFiles.Load(settings.Models);
        var key = RootKeys.Obtain(settings.RootKey, settings.RootKeyFile);
        await using var app = StandaloneBuilder.Build(builder, settings, serving, models, key);
        await Serve(app, settings, key, output, stop);
    }

    private static async Task Serve(
        WebApplication app, StandaloneSettings settings, RootKeySource key, TextWriter output, CancellationToken stop)
    {
        await app.StartAsync(stop);
        var url = app.Urls.First();
        await output.WriteLineAsync($"RbacGrains serves {url} on {settings.DatabaseName}. OpenAPI document: {url}/openapi/v1.json");
        await output.WriteLineAsync(key.Notice);
        if (settings.Demo)
        {
            var (grid, models) = (app.Services.GetRequiredService<IGrid>(), app.Services.GetRequiredService<ModelCatalog>());
            var token = await DemoSeed.Fill(grid, models, app.Services.GetRequiredService<TimeProvider>(), stop);
            await output.WriteLineAsync(DemoCalls.Text(url, key.ForShell, token));
            if (app.Services.GetRequiredService<ServingSettings>().SignIn.Development)
                await output.WriteLineAsync($"The console, where in this environment anybody signs in as anybody: {url}{ConsolePaths.Home}");
        }

        await output.FlushAsync(stop);
        await app.WaitForShutdownAsync(stop);
    }
}
