using System.CommandLine;
using System.Net;

namespace RbacGrains.LoadTests;

/// <summary><c>run</c>: scenarios against a target, with throughput and percentiles.</summary>
internal static class RunCommand
{
    private static readonly Argument<string[]> Names = new("scenario")
    {
        Description = "What to do: checks, batch, changes, invitations, noop.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<bool> InProcess = new("--in-process") { Description = "Against a silo in this process, on SQLite; the default." };
    private static readonly Option<int> Cluster = new("--cluster") { Description = "Against so many silo processes on a PostgreSQL, all started for it." };
    private static readonly Option<string[]> Gateways = new("--gateway") { Description = "Against a cluster that is there, by its gateways (address:port)." };
    private static readonly Option<string> ClusterId = new("--cluster-id") { DefaultValueFactory = _ => "rbac", Description = "The cluster's id." };
    private static readonly Option<string> ServiceId = new("--service-id") { DefaultValueFactory = _ => "rbac", Description = "The service's id." };
    private static readonly Option<int> Workers = new("--workers", "-w") { DefaultValueFactory = _ => 32, Description = "How many work at once." };
    private static readonly Option<double?> Rate = new("--rate")
    {
        Description = "Begin so many operations a second, and count their durations from when they should have begun; else each worker begins its next when its last has ended.",
    };

    private static readonly Option<double> Seconds = new("--seconds") { DefaultValueFactory = _ => 10, Description = "How long to measure." };
    private static readonly Option<double> WarmUp = new("--warm-up") { DefaultValueFactory = _ => 5, Description = "How many seconds to run before." };
    private static readonly Option<int> Organizations = new("--organizations") { DefaultValueFactory = _ => 10, Description = "How many organizations." };
    private static readonly Option<int> Members = new("--members") { DefaultValueFactory = _ => 100, Description = "How many members each has." };

    /// <summary>Makes the command.</summary>
    public static Command Make()
    {
        var command = new Command("run", "Scenarios against a silo in this process, silo processes, or a cluster that is there.")
        {
            Names, InProcess, Cluster, Gateways, ClusterId, ServiceId, Workers, Rate, Seconds, WarmUp, Organizations, Members,
        };
        Names.AcceptOnlyFromAmong(Scenarios.Names);
        command.SetAction(parsed => Run(parsed));
        return command;
    }

    private static async Task Run(ParseResult parsed)
    {
        await using var target = await Connect(parsed);
        var name = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"load-{Random.Shared.Next():x}");
        var world = new World(target.Grid, name, parsed.GetValue(Organizations), parsed.GetValue(Members));
        await world.Make();
        var load = new Load(
            parsed.GetValue(Workers), parsed.GetValue(Rate),
            TimeSpan.FromSeconds(parsed.GetValue(WarmUp)), TimeSpan.FromSeconds(parsed.GetValue(Seconds)));
        var figures = new List<ScenarioFigures>();
        foreach (var scenario in parsed.GetValue(Names)!)
            figures.Add(ScenarioFigures.Of(scenario, target.Name, load, await load.Run(Scenarios.Make(scenario, target, world))));
        var how = load.Rate is { } rate ? $"{rate} a second, timed from when each should have begun" : "each worker begins its next when its last has ended";
        await new Report($"Against {target.Name}; {how}", ScenarioFigures.Columns, [.. figures.Select(one => one.Row())], [])
            .Publish(parsed.GetValue(LoadCommands.Out), $"run-{parsed.GetValue(Cluster)}", figures);
    }

    private static Task<Target> Connect(ParseResult parsed)
    {
        if (parsed.GetValue(Cluster) is var silos and > 0) return Target.Cluster(silos);
        if (parsed.GetValue(Gateways) is { Length: > 0 } gateways)
            return Target.Gateways(parsed.GetValue(ClusterId)!, parsed.GetValue(ServiceId)!, [.. gateways.Select(IPEndPoint.Parse)]);
        return Target.InProcess();
    }
}
