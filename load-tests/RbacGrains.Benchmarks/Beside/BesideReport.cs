using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace RbacGrains.Benchmarks;

/// <summary>What the comparison found, as Markdown for people and as JSON for programs.</summary>
/// <param name="versions">What was installed, by the name of the package.</param>
internal sealed class BesideReport(IReadOnlyDictionary<string, string> versions)
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private readonly StringBuilder _text = new("# Side by side\n\nWritten by `load-tests/beside/run.sh`; every engine gave the expected answer to every case first.\n");
    private readonly JsonObject _engines = [];
    private JsonObject? _http;

    /// <summary>Adds the engines of a product.</summary>
    public void Add(Contest contest)
    {
        var product = contest.Product;
        _text.Append(Invariant, $"\n## {product.Policy.Model.Title}, in the process\n\n{product.Cases.Length:N0} cases, {product.Cases.Count(one => one.Allowed):N0} of them allowed; "
            + $"{product.Users.Length} users. Nanoseconds of the processor for one check, median of {contest.Rounds.Values.First().Count} rounds in turns.\n\n"
            + $"| | ns | beside ours held | beside ours leased | wanted |\n|---|---:|---:|---:|---|\n");
        Own(contest, OwnEngine.Held, "**ours, held, by the action's name**");
        Own(contest, OwnEngine.Leased, "**ours, leased, by the names of user, organization and action**");
        Own(contest, OwnEngine.Handles, "ours, leased, by handles");
        foreach (var (engine, title) in Contest.Others)
            _text.Append(Invariant, $"| {title} | {contest.Median(engine):N0} | {contest.Ratio(engine, OwnEngine.Held):N1} | {contest.Ratio(engine, OwnEngine.Leased):N1} | {Wanted(contest, engine)} |\n");
        _engines[product.Name] = new JsonObject
        {
            ["cases"] = product.Cases.Length,
            ["nanoseconds"] = new JsonObject(contest.Rounds.Keys.Select(engine => KeyValuePair.Create(engine, (JsonNode?)contest.Median(engine)))),
            ["beside_held"] = Ratios(contest, OwnEngine.Held),
            ["beside_leased"] = Ratios(contest, OwnEngine.Leased),
        };
    }

    /// <summary>Adds the servers.</summary>
    public void Add(ServerCases mine, ServerCases theirs, IReadOnlyList<double> ratios)
    {
        var (ratio, pairs) = (Contest.MedianOf(ratios), ratios.Count);
        _text.Append(Invariant, $"\n## Over HTTP\n\nOne check in a request, 64 connections, both products mixed; each server in a process of its own, the client on the same machine; "
            + $"{pairs} pairs in turns.\n\n| | per second | p50 | p99 | processor time for each, server | client |\n|---|---:|---:|---:|---:|---:|\n");
        _http = new JsonObject { ["ratio"] = ratio };
        foreach (var server in new[] { mine, theirs })
        {
            var all = Latencies.Of(server.Runs);
            var (processor, client) = (server.Processor.TotalMicroseconds / all.Count, server.ClientProcessor.TotalMicroseconds / all.Count);
            _text.Append(Invariant, $"| {server.Server.Name} `POST {server.Server.Path}` | {all.PerSecond:N0} | {all.Show(0.5)} | {all.Show(0.99)} | {processor:N1} µs | {client:N1} µs |\n");
            _http[server.Server.Name] = new JsonObject
            {
                ["per_second"] = all.PerSecond,
                ["p50_us"] = all.Percentile(0.5).TotalMicroseconds,
                ["p99_us"] = all.Percentile(0.99).TotalMicroseconds,
                ["processor_us"] = processor,
                ["client_processor_us"] = client,
            };
        }

        var lower = Latencies.Of(mine.Runs).Percentile(0.99) < Latencies.Of(theirs.Runs).Percentile(0.99);
        _text.Append(Invariant, $"\n{ratio:N1} times as many a second, median of the pairs ({ratios.Min():N1} to {ratios.Max():N1}); wanted were 20, and a lower p99: "
            + $"{(ratio >= 20 ? "met" : "**not met**")}, and {(lower ? "met" : "**not met**")}.\n");
    }

    /// <summary>Writes both.</summary>
    public async Task Write(Settings settings)
    {
        var load = File.Exists("/proc/loadavg") ? string.Join(' ', (await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[..3]) : "";
        _text.Append(Invariant, $"\n## With what\n\n| | |\n|---|---|\n");
        foreach (var (package, version) in versions) _text.Append(Invariant, $"| {package} | {version} |\n");
        _text.Append(Invariant, $"| .NET | {Environment.Version} |\n| processors | {Environment.ProcessorCount}, {RuntimeInformation.OSArchitecture} |\n| load average, after | {load} |\n");
        var json = new JsonObject
        {
            ["versions"] = new JsonObject(versions.Append(new("dotnet", Environment.Version.ToString())).Select(one => KeyValuePair.Create(one.Key, (JsonNode?)one.Value))),
            ["processors"] = Environment.ProcessorCount,
            ["load_average"] = load,
            ["in_process"] = _engines,
            ["http"] = _http,
        };
        await File.WriteAllTextAsync(Path.Combine(settings.Output, "beside.md"), _text.ToString());
        await File.WriteAllTextAsync(Path.Combine(settings.Output, "beside.json"), json.ToJsonString(Indented) + "\n");
        Console.WriteLine(_text);
    }

    private static string Wanted(Contest contest, string engine)
    {
        // Wanted of a leased or a held check.
        var least = engine.StartsWith("casl", StringComparison.Ordinal) ? 2 : 500;
        var (held, leased) = (contest.Ratio(engine, OwnEngine.Held), contest.Ratio(engine, OwnEngine.Leased));
        return string.Create(Invariant, $"{least}: {(leased >= least ? "met" : held >= least ? "met, held" : "**not met**")}");
    }

    private static JsonObject Ratios(Contest contest, OwnEngine ours) =>
        new(Contest.Others.Select(other => KeyValuePair.Create(other.Engine, (JsonNode?)contest.Ratio(other.Engine, ours))));

    private void Own(Contest contest, OwnEngine engine, string title) =>
        _text.Append(Invariant, $"| {title} | {contest.Median(engine.ToString()):N1} | | | |\n");
}
