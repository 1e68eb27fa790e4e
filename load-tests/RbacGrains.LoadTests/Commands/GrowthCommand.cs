using System.CommandLine;
using RbacGrains.Testing;

namespace RbacGrains.LoadTests;

/// <summary><c>growth</c>: what checks and changes cost on 1 to 4 silos, as curves beside those of the benchmarks.</summary>
internal static class GrowthCommand
{
    private const string LoadAverageFile = "/proc/loadavg";

    // PostgreSQL takes a hundred connections from all; a silo has two pools and some more.
    private const int SiloPool = 9;

    private static readonly Option<int> Silos = new("--silos") { DefaultValueFactory = _ => 4, Description = "The most silos." };
    private static readonly Option<double> Seconds = new("--seconds") { DefaultValueFactory = _ => 5, Description = "How long each is measured." };
    private static readonly Option<double> WarmUp = new("--warm-up") { DefaultValueFactory = _ => 12, Description = "How long each runs before, in seconds." };

    /// <summary>Makes the command.</summary>
    public static Command Make()
    {
        var command = new Command("growth", "What checks and changes cost on 1 to 4 silos on PostgreSQL, as curves; --out adds them to growth.md there.")
        {
            Silos, Seconds, WarmUp,
        };
        command.SetAction(parsed => Run(
            parsed.GetValue(Silos), TimeSpan.FromSeconds(parsed.GetValue(WarmUp)), TimeSpan.FromSeconds(parsed.GetValue(Seconds)),
            parsed.GetValue(LoadCommands.Out)));
        return command;
    }

    private static async Task Run(int most, TimeSpan warmUp, TimeSpan duration, string? folder)
    {
        var before = LoadAverage();
        List<SiloFigures> checks = [], changes = [];
        List<GrowthPoint> rest = [];
        for (var silos = 1; silos <= most; silos++)
        {
            await using var server = await PostgresServer.Start();
            var connectionString = await server.CreateDatabase();
            await using var cluster = await ClusterProcesses.StartOn(server, connectionString, new ClusterOptions
            {
                Silos = silos,
                Settings = new Dictionary<string, string>
                {
                    ["Rbac__Database__ConnectionString"] = $"{connectionString};Maximum Pool Size={SiloPool}",
                },
            });
            await using var client = await cluster.Connect();
            var growth = new SiloGrowth(cluster, client.Grid, warmUp, duration);
            await growth.Make();
            checks.Add(await growth.CheckHeavy());
            changes.Add(await growth.Changes());
            rest.Add(new GrowthPoint(silos, (await growth.Rest()).TotalNanoseconds));
            Console.WriteLine($"{checks[^1]}\n{changes[^1]}");
        }
        var curve = new GrowthCurve("silos", "Silos of one cluster", "silos",
            [
                .. Lines("checks, 1 in 100 a change", checks),
                .. Lines("changes", changes),
                new GrowthLine("at rest: processor time of all silos in a second", GrowthUnit.Nanoseconds, rest),
            ],
            [
                "The client, the silos and PostgreSQL share this machine's processors: with silos no processors are added, so what counts is what one operation costs all of them.",
                "An operation goes to the gateway of one silo and from there to where its user lives: of calls to one of "
                    + "several silos all but one in so many cross to another, and the bytes grow like that. A crossing is one "
                    + "message more to send, receive and answer. What costs more beyond that comes with more processes taking "
                    + "turns on the same processors, and was not taken apart further.",
            ],
            $"{before} and {LoadAverage()}");
        foreach (var row in curve.Rows().Prepend(curve.Columns)) Console.WriteLine(string.Join(" | ", row));
        if (folder is not null) await GrowthReport.Keep(curve, folder);
    }

    private static IEnumerable<GrowthLine> Lines(string what, List<SiloFigures> figures) =>
    [
        Line($"{what}: a second", GrowthUnit.PerSecond, figures, one => one.PerSecond),
        Line($"{what}: p50", GrowthUnit.Nanoseconds, figures, one => one.P50.TotalNanoseconds),
        Line($"{what}: processor time of all silos for one", GrowthUnit.Nanoseconds, figures, one => one.OfSilos.TotalNanoseconds),
        Line($"{what}: processor time of PostgreSQL for one", GrowthUnit.Nanoseconds, figures, one => one.OfDatabase.TotalNanoseconds),
        Line($"{what}: bytes between silos for one", GrowthUnit.Bytes, figures, one => one.BytesBetween),
    ];

    private static GrowthLine Line(string name, GrowthUnit unit, IEnumerable<SiloFigures> figures, Func<SiloFigures, double?> value) => new(
        name, unit,
        [
            .. figures.Select(one => (one.Silos, Value: value(one))).Where(point => point.Value is not null)
                .Select(point => new GrowthPoint(point.Silos, point.Value!.Value)),
        ]);

    private static string LoadAverage() => File.Exists(LoadAverageFile) ? File.ReadAllText(LoadAverageFile).Split(' ')[0] : "?";
}
