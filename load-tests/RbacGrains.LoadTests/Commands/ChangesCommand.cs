using System.CommandLine;
using RbacGrains.Testing;

namespace RbacGrains.LoadTests;

/// <summary><c>changes</c>: acknowledged changes of roles on silos that share a PostgreSQL, beside its own commits of a row.</summary>
internal static class ChangesCommand
{
    private const int Organizations = 8;

    // As large as a member's record and the audit entry of a change.
    private const int RowBytes = 640;

    // PostgreSQL takes a hundred connections from all: those of the silos, each with two pools and some more, and those that commit rows. These are
    // as many as three silos have for their records.
    private const int SiloPool = 9;
    private const int RowConnections = 27;

    private static readonly Option<int> Silos = new("--silos") { DefaultValueFactory = _ => 3, Description = "How many silos." };
    private static readonly Option<int> Rounds = new("--rounds") { DefaultValueFactory = _ => 7, Description = "How many pairs." };
    private static readonly Option<double> Seconds = new("--seconds") { DefaultValueFactory = _ => 3, Description = "How long each half of a pair takes." };

    private static readonly Option<int[]> AtOnce = new("--at-once")
    {
        DefaultValueFactory = _ => [1, 64, 256],
        Description = "How many at once; several to measure each.",
        AllowMultipleArgumentsPerToken = true,
    };

    /// <summary>Makes the command.</summary>
    public static Command Make()
    {
        var command = new Command("changes", "Acknowledged changes of roles on silos that share a PostgreSQL, beside its own commits of a row.")
        {
            Silos, Rounds, Seconds, AtOnce,
        };
        command.SetAction(parsed => Run(parsed));
        return command;
    }

    private static async Task Run(ParseResult parsed)
    {
        var (atOnce, rounds, duration) = (parsed.GetValue(AtOnce)!, parsed.GetValue(Rounds), TimeSpan.FromSeconds(parsed.GetValue(Seconds)));
        await using var server = await PostgresServer.Start();
        var connectionString = await server.CreateDatabase();
        await using var cluster = await ClusterProcesses.StartOn(server, connectionString, new ClusterOptions
        {
            Silos = parsed.GetValue(Silos),
            Settings = new Dictionary<string, string>
            {
                ["Rbac__Database__ConnectionString"] = $"{connectionString};Maximum Pool Size={SiloPool}",
            },
        });
        await using var client = await cluster.Connect();
        await Make(client.Grid, atOnce.Max());
        await using var rows = await RowCommits.Make(connectionString, RowConnections, atOnce.Max(), RowBytes);
        var turns = new long[atOnce.Max()];
        var measured = new ChangeRounds(worker => Change(client.Grid, worker, turns[worker]++), rows.Write);
        var figures = new List<ChangeFigures>();
        foreach (var many in atOnce) figures.Add(await measured.Run(many, rounds, duration));
        await new Report(
            $"Changes of roles on {parsed.GetValue(Silos)} silos beside commits of a row; {rounds} pairs of {duration.TotalSeconds} s",
            ChangeFigures.Columns, [.. figures.Select(one => one.Row())], []).Publish(parsed.GetValue(LoadCommands.Out), "changes", figures);
    }

    // A member for each worker, so that nobody waits for another's change of the same member.
    private static async Task Make(IGrid grid, int workers)
    {
        for (var number = 0; number < Organizations; number++)
            (await grid.Organization(Organization(number)).Create(
                ChangeContext.Service, new CreateOrganization("Changes", "letta", "enterprise", "owner"), CancellationToken.None)).Require();
        await Parallel.ForAsync(0, workers, async (worker, cancellationToken) => (await grid.Organization(Organization(worker)).PutMember(
            ChangeContext.Service, Member(worker), new MemberAssignment { Role = "analyst" }, cancellationToken)).Require());
    }

    // A worker's role takes turns, so that every change is one.
    private static async Task<bool> Change(IGrid grid, int worker, long turn)
    {
        var changed = await grid.Organization(Organization(worker)).AssignRole(
            ChangeContext.Service, Member(worker), turn % 2 == 0 ? "editor" : "analyst");
        // A silo that the machine has kept waiting for too long leaves open what came of a change; anything else is a mistake here.
        return changed.Error is { Kind: ErrorKind.Unavailable } ? false : changed.Require() is not null;
    }

    private static string Organization(int number) => $"changes-{number % Organizations}";

    private static string Member(int worker) => $"worker-{worker}";
}
