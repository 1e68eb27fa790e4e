using System.Text.Json;
using System.Text.Json.Nodes;

namespace RbacGrains.Benchmarks;

/// <summary>Cerbos's own server with its policies in files.</summary>
internal sealed class CerbosServer : IAskedServer
{
    private CerbosServer(ServerProcess process) => Process = process;

    public string Name => "Cerbos";

    public string Path => "/api/check/resources";

    public ServerProcess Process { get; }

    /// <summary>Starts it.</summary>
    /// <param name="binary">The server's program.</param>
    /// <param name="folder">The folder of the rules.</param>
    public static async Task<CerbosServer> Start(string binary, string folder)
    {
        var configuration = System.IO.Path.Combine(folder, "cerbos.yaml");
        var port = ServerProcess.FreePort();
        await File.WriteAllTextAsync(configuration, CerbosRules.Configuration(RuleFiles.CerbosFolder(folder), port, ServerProcess.FreePort()));
        return new CerbosServer(await ServerProcess.Start(
            port, "/_cerbos/health", binary, "server", $"--config={configuration}", "--log-level=error"));
    }

    public string? KeyFor(Product product) => null;

    public string Body(Product product, BesideCase one)
    {
        var resource = new JsonObject { ["kind"] = CerbosRules.Kind(product, one.Resource), ["id"] = "1" };
        if (one.Project is not null) resource["attr"] = new JsonObject { ["project"] = one.Project };
        return new JsonObject
        {
            ["principal"] = new JsonObject { ["id"] = one.User, ["roles"] = new JsonArray(one.Holding) },
            ["resources"] = new JsonArray(new JsonObject { ["actions"] = new JsonArray(one.Verb), ["resource"] = resource }),
        }.ToJsonString();
    }

    public bool? Allows(string answer, BesideCase one)
    {
        using var document = JsonDocument.Parse(answer);
        return document.RootElement.GetProperty("results")[0].GetProperty("actions").GetProperty(one.Verb).GetString() switch
        {
            "EFFECT_ALLOW" => true,
            "EFFECT_DENY" => false,
            _ => null,
        };
    }

    public ValueTask DisposeAsync() => Process.DisposeAsync();
}
