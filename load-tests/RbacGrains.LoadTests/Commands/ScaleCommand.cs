using System.CommandLine;
using System.Diagnostics;
using System.Globalization;

namespace RbacGrains.LoadTests;

/// <summary><c>scale</c>: many organizations and users, and one organization that is large.</summary>
internal static class ScaleCommand
{
    // Enough for one to live on each of three silos.
    private const int Candidates = 48;

    private static readonly Option<int> Organizations = new("--organizations") { DefaultValueFactory = _ => 1_000, Description = "How many organizations." };
    private static readonly Option<int> Users = new("--users") { DefaultValueFactory = _ => 200_000, Description = "How many users in all." };
    private static readonly Option<int> InLarge = new("--large") { DefaultValueFactory = _ => 100_000, Description = "How many of them in one organization." };

    /// <summary>Makes the command.</summary>
    public static Command Make()
    {
        var command = new Command("scale", "Memory of an active user, time to wake one up, and changes of policy with 1, 2 and 3 silos.")
        {
            Organizations, Users, InLarge,
        };
        command.SetAction(parsed => Run(
            new Population(parsed.GetValue(Organizations), parsed.GetValue(Users), parsed.GetValue(InLarge)), parsed.GetValue(LoadCommands.Out)));
        return command;
    }

    // The policies come first: the silo of this process starts on the same database when the others have gone.
    private static async Task Run(Population population, string? folder)
    {
        var policies = new List<PolicyFigures>();
        string connectionString;
        await using (var server = await RbacGrains.Testing.PostgresServer.Start())
        {
            connectionString = await server.CreateDatabase();
            await using (await Silo.Start(Storage(connectionString)))
            {
                // It has made the schema.
            }
            var begun = Stopwatch.GetTimestamp();
            var stored = await new Seeding(population, TimeProvider.System).Write(connectionString);
            Console.WriteLine($"seeded in {Stopwatch.GetElapsedTime(begun).Show()}");
            for (var silos = 1; silos <= 3; silos++)
            {
                await using var cluster = await ClusterProcesses.StartOn(server, connectionString, new ClusterOptions { Silos = silos });
                policies.Add(await PolicyMeasurement.Run(cluster, Population.Large, Members(population, 0), population.InLarge));
                policies.Add(await PolicyMeasurement.Run(cluster, Population.Small, Members(population, 1), population.UsersOf(1).Count()));
                await cluster.StopAll();
            }
            await PublishPolicies(policies, folder);
            await PublishMemory(population, stored, await MemoryMeasurement.Run(population, connectionString), folder);
        }
    }

    private static IReadOnlyList<string> Members(Population population, int organization) =>
        [.. population.UsersOf(organization).Take(Candidates).Select(Population.User)];

    private static Storage.GridStorageOptions Storage(string connectionString) => new()
    {
        Provider = RbacGrains.Storage.StorageProvider.Postgres,
        ConnectionString = $"{connectionString};Maximum Pool Size=25",
        MigrateOnStart = true,
    };

    private static Task PublishPolicies(IReadOnlyList<PolicyFigures> figures, string? folder) => new Report(
        "A change of policy until it is acknowledged",
        ["silos", "of them holders", "members", "settings, p50", "p99", "max", "plan, p50", "p99", "max"],
        [
            .. figures.Select(one => (string[])
            [
                $"{one.Silos}", $"{one.Holders}", one.Members.ToString("N0", CultureInfo.InvariantCulture),
                .. ((double[])[one.SettingsP50, one.SettingsP99, one.SettingsMax, one.PlanP50, one.PlanP99, one.PlanMax])
                    .Select(milliseconds => TimeSpan.FromMilliseconds(milliseconds).Show()),
            ]),
        ],
        []).Publish(folder, "scale-policy", figures);

    private static Task PublishMemory(Population population, long stored, MemoryFigures figures, string? folder) => new Report(
        $"{population.Users:N0} users of {population.Organizations:N0} organizations, awake on one silo",
        ["", "figure"],
        [
            ["users woken up between the two looks", figures.Woken.ToString("N0", CultureInfo.InvariantCulture)],
            ["heap of each, after full collections", Bytes(figures.HeapBytes)],
            ["process memory of each", Bytes(figures.ResidentBytes)],
            ["stored for each, with its part of the pages and organizations", Bytes((double)stored / population.Users)],
            ["first check of a user, one at a time, p50", TimeSpan.FromMilliseconds(figures.SingleP50).Show()],
            ["p99", TimeSpan.FromMilliseconds(figures.SingleP99).Show()],
            ["first checks a second, 16 at a time", figures.PerSecond.ToString("N0", CultureInfo.InvariantCulture)],
            ["each of those, p50", TimeSpan.FromMilliseconds(figures.ManyP50).Show()],
            ["p99", TimeSpan.FromMilliseconds(figures.ManyP99).Show()],
        ],
        []).Publish(folder, "scale-memory", figures);

    private static string Bytes(double bytes) => $"{bytes.ToString("N0", CultureInfo.InvariantCulture)} B";
}
