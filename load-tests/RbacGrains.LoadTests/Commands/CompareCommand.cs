using System.CommandLine;

namespace RbacGrains.LoadTests;

/// <summary><c>compare</c>: a check beside a grain that does nothing, on the same silo, in the same run.</summary>
internal static class CompareCommand
{
    private const string Organization = "compare";
    private const string Action = "agents:read";
    private const int Users = 1000;
    private const int AtOnce = 64;

    private static readonly Option<int> Rounds = new("--rounds") { DefaultValueFactory = _ => 11, Description = "How many pairs." };
    private static readonly Option<double> Seconds = new("--seconds") { DefaultValueFactory = _ => 1.5, Description = "How long each half of a pair takes." };

    /// <summary>Makes the command.</summary>
    public static Command Make()
    {
        var command = new Command("compare", "Checks beside calls of a grain that does nothing: within a silo, and from an external client.")
        {
            Rounds, Seconds,
        };
        command.SetAction(parsed => Run(parsed));
        return command;
    }

    private static async Task Run(ParseResult parsed)
    {
        var (rounds, duration) = (parsed.GetValue(Rounds), TimeSpan.FromSeconds(parsed.GetValue(Seconds)));
        var figures = new List<ComparisonFigures>();
        await using (var silo = await Silo.Start())
        {
            await Make(silo.Grid);
            await Measure(new Comparison("a grain of the silo", (kind, time) => ByGrains(silo, kind, time)));
            await Measure(new Comparison("the silo's own code", (kind, time) => ByCallers(silo.Grains, silo.Grid, kind, time)));
        }
        using (var host = await HostProcess.Start())
        {
            await using var client = await ClusterClient.Connect("rbac", "rbac", [host.Gateway]);
            await Make(client.Grid);
            await Measure(new Comparison("an external client", (kind, time) => ByCallers(client.Grains, client.Grid, kind, time)));
        }
        await new Report(
            $"A check beside a grain that does nothing; {AtOnce} callers, {rounds} pairs of {duration.TotalSeconds} s",
            ComparisonFigures.Columns, [.. figures.Select(one => one.Row())], []).Publish(parsed.GetValue(LoadCommands.Out), "compare", figures);

        async Task Measure(Comparison comparison)
        {
            figures.Add(await comparison.Run(CallKind.NoOp, CallKind.Check, rounds, duration));
            figures.Add(await comparison.Run(CallKind.KeptNoOp, CallKind.KeptCheck, rounds, duration));
        }
    }

    private static async Task Make(IGrid grid)
    {
        var organization = grid.Organization(Organization);
        (await organization.Create(
            ChangeContext.Service, new CreateOrganization("Compare", "letta", "enterprise", "owner"), CancellationToken.None)).Require();
        await Parallel.ForAsync(0, Users, async (user, cancellationToken) => (await organization.PutMember(
            ChangeContext.Service, $"user-{user}", new MemberAssignment { Role = "analyst" }, cancellationToken)).Require());
    }

    private static async Task<long> ByGrains(Silo silo, CallKind kind, TimeSpan duration) => (await Task.WhenAll(Enumerable.Range(0, AtOnce)
        .Select(caller => silo.Grains.GetGrain<ICallerGrain>(caller).Run(kind, duration, Organization, Action, Users)))).Sum();

    private static async Task<long> ByCallers(IGrainFactory grains, IGrid grid, CallKind kind, TimeSpan duration)
    {
        var loop = new CallLoop(grains, grid, Organization, Action, Users);
        return (await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(caller => Task.Run(() => loop.Run(kind, caller * 31, duration))))).Sum();
    }
}
