using System.CommandLine;
using System.Diagnostics;

namespace RbacGrains.LoadTests;

/// <summary><c>staleness</c>: revoke through one silo, check through the others at once, very often.</summary>
internal static class StalenessCommand
{
    private const int TellEvery = 500;

    private static readonly Option<int> Rounds = new("--rounds") { DefaultValueFactory = _ => 10_000, Description = "How often." };

    /// <summary>Makes the command.</summary>
    public static Command Make()
    {
        var command = new Command("staleness", "Takes something away through one of three silo processes, and asks the others at once.") { Rounds };
        command.SetAction(parsed => Run(parsed.GetValue(Rounds), parsed.GetValue(LoadCommands.Out)));
        return command;
    }

    private static async Task<int> Run(int rounds, string? folder)
    {
        await using var cluster = await ClusterProcesses.Start();
        var clients = await Task.WhenAll(Enumerable.Range(0, 3).Select(silo => cluster.Connect(silo)));
        var begun = Stopwatch.GetTimestamp();
        var report = await new StalenessTrial(cluster, clients).Run(rounds, round =>
        {
            if (round % TellEvery == 0) Console.WriteLine($"{round} rounds after {Stopwatch.GetElapsedTime(begun).TotalSeconds:F0} s");
        });
        var elapsed = Stopwatch.GetElapsedTime(begun);
        foreach (var client in clients) await client.DisposeAsync();
        await new Report(
            "Revoked through one silo, asked for through the others",
            ["", "count"],
            [
                ["rounds", $"{report.Rounds}"],
                ["of them changes of plan", $"{report.PlanChanges}"],
                ["answers compared", $"{report.Checks}"],
                ["stale answers", $"{report.Wrong.Count}"],
                ["users on each silo", string.Join(" / ", report.UsersBySilo)],
                ["seconds", $"{elapsed.TotalSeconds:F0}"],
            ],
            report.Wrong).Publish(folder, "staleness", report);
        return report.Wrong.Count == 0 ? 0 : 1;
    }
}
