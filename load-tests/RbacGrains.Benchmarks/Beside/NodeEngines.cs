using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace RbacGrains.Benchmarks;

/// <summary>The engines that run in Node, in a process of their own that is told each round.</summary>
internal sealed class NodeEngines : IAsyncDisposable
{
    private readonly Process _process;

    private NodeEngines(Process process, IReadOnlyDictionary<string, string> versions) => (_process, Versions) = (process, versions);

    /// <summary>What is installed, by the name of the package.</summary>
    public IReadOnlyDictionary<string, string> Versions { get; }

    /// <summary>Starts them.</summary>
    /// <param name="script">The program.</param>
    /// <param name="rules">The folder of the rules.</param>
    /// <param name="packages">The folder into which the packages are installed.</param>
    public static async Task<NodeEngines> Start(string script, string rules, string packages)
    {
        var process = Process.Start(new ProcessStartInfo("node", [script, rules, packages])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var first = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("Node did not start the engines.");
        return new NodeEngines(process, JsonSerializer.Deserialize<Dictionary<string, string>>(first)!);
    }

    /// <summary>Asks an engine every case; returns how many answers were wrong, and the first of them.</summary>
    public async Task<(int Wrong, string First)> Verify(string product, string engine)
    {
        using var answer = await Tell($"verify {product} {engine}");
        return (answer.RootElement.GetProperty("wrong").GetInt32(), answer.RootElement.GetProperty("first").GetRawText());
    }

    /// <summary>Lets an engine check for so long.</summary>
    public async Task<Round> Run(string product, string engine, TimeSpan duration)
    {
        using var answer = await Tell(string.Create(CultureInfo.InvariantCulture, $"run {product} {engine} {duration.TotalMilliseconds:F0}"));
        var root = answer.RootElement;
        return new Round(
            root.GetProperty("count").GetInt64(),
            root.GetProperty("elapsed").GetDouble(),
            root.GetProperty("processor").GetDouble(),
            root.GetProperty("allowed").GetInt64());
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task<JsonDocument> Tell(string line)
    {
        await _process.StandardInput.WriteLineAsync(line);
        await _process.StandardInput.FlushAsync();
        return JsonDocument.Parse(await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"The engines ended at: {line}"));
    }
}
