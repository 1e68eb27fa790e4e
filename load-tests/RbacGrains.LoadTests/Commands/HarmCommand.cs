using System.CommandLine;

namespace RbacGrains.LoadTests;

/// <summary><c>harm</c>: what a cluster goes through while something is done to it under load.</summary>
internal static class HarmCommand
{
    private static readonly Argument<string[]> What = new("what")
    {
        Description = "What is done: kill, database, rolling, pause, invitations.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<int> Rounds = new("--rounds") { DefaultValueFactory = _ => 1000, Description = "How many invitations." };
    private static readonly Option<string?> Logs = new("--logs") { Description = "A file for what the silos say." };

    /// <summary>Makes the command.</summary>
    public static Command Make()
    {
        var command = new Command("harm", "Three silo processes under load while one is killed or paused, the database dies, all restart.")
        {
            What, Rounds, Logs,
        };
        What.AcceptOnlyFromAmong("kill", "database", "rolling", "pause", "invitations");
        command.SetAction(async parsed =>
        {
            var isWrong = false;
            foreach (var what in parsed.GetValue(What)!) isWrong |= await Run(what, parsed);
            return isWrong ? 1 : 0;
        });
        return command;
    }

    private static async Task<bool> Run(string what, ParseResult parsed)
    {
        await using var cluster = await ClusterProcesses.Start();
        try
        {
            var (figures, wrong) = await Do(what, cluster, parsed.GetValue(Rounds));
            await new Report(
                $"Under load: {what}", ["figures"], [.. $"{figures}".Split(Environment.NewLine).Select(line => (string[])[line])], wrong)
                .Publish(parsed.GetValue(LoadCommands.Out), $"harm-{what}", figures);
            return wrong.Count > 0;
        }
        finally
        {
            if (parsed.GetValue(Logs) is { } file) await File.WriteAllTextAsync(file, cluster.Logs);
        }
    }

    private static async Task<(object Figures, IReadOnlyList<string> Wrong)> Do(string what, ClusterProcesses cluster, int rounds)
    {
        switch (what)
        {
            case "kill":
                var (killed, deadAfter) = await HarmTrials.Kill(cluster, victim: 1);
                Console.WriteLine($"declared dead after {deadAfter.Show()}");
                return (killed, killed.Wrong);
            case "database":
                var restarted = await HarmTrials.RestartDatabase(cluster);
                return (restarted, restarted.Wrong);
            case "rolling":
                var (rolled, _) = await HarmTrials.RollingRestart(cluster);
                return (rolled, rolled.Wrong);
            case "pause":
                var paused = await new PauseTrial(cluster).Run();
                return (paused, paused.Stale + paused.WrongAfterwards == 0 ? [] : ["It answered from before."]);
            default:
                var raced = await new InvitationRaceTrial(cluster.Nodes).Run(rounds);
                return (raced, raced.Wrong);
        }
    }
}
