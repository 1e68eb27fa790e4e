using System.Diagnostics;
using System.Globalization;

namespace RbacGrains.LoadTests;

/// <summary>
/// Operations on a cluster of some silos: 99 checks of any member for 1 change of a role, and changes alone. Each of the callers changes a member of its
/// own, and all ask about everybody.
/// </summary>
/// <param name="cluster">The cluster.</param>
/// <param name="grid">The grid, as a client of it has it.</param>
/// <param name="warmUp">How long each runs before it is measured: every silo compiles its code for itself, and grains settle.</param>
/// <param name="duration">How long each is measured.</param>
internal sealed class SiloGrowth(ClusterProcesses cluster, IGrid grid, TimeSpan warmUp, TimeSpan duration)
{
    private const int AtOnce = 64;
    private const int Organizations = 10;
    private const int Members = 1_000;
    private const int ChecksOfAChange = 99;

    /// <summary>Makes organizations and members, and wakes them up.</summary>
    public async Task Make()
    {
        for (var number = 0; number < Organizations; number++)
            (await grid.Organization(Organization(number)).Create(
                ChangeContext.Service, new CreateOrganization("Growth", "letta", "enterprise", "owner"), CancellationToken.None)).Require();
        await Parallel.ForAsync(0, Members, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, cancellationToken) =>
        {
            (await grid.Organization(Organization(number)).PutMember(
                ChangeContext.Service, Member(number), new MemberAssignment { Role = "analyst" }, cancellationToken)).Require();
            await Check(number);
        });
    }

    /// <summary>Checks, one in a hundred of them a change.</summary>
    public Task<SiloFigures> CheckHeavy() => Measure((worker, count) =>
        count % (ChecksOfAChange + 1) == ChecksOfAChange ? Change(worker, count / (ChecksOfAChange + 1)) : Check((worker * 31) + (count * 7)));

    /// <summary>Changes alone.</summary>
    public Task<SiloFigures> Changes() => Measure(Change);

    /// <summary>The processor time of all silos in a second in which nobody wants anything of them.</summary>
    public async Task<TimeSpan> Rest()
    {
        var processor = await ProcessorTime.Of(cluster);
        var (before, begun) = (processor.OfSilos(), Stopwatch.GetTimestamp());
        await Task.Delay(duration);
        return (processor.OfSilos() - before) / Stopwatch.GetElapsedTime(begun).TotalSeconds;
    }

    private async Task<SiloFigures> Measure(Func<int, int, Task> operation)
    {
        await Run(warmUp, operation);
        var processor = await ProcessorTime.Of(cluster);
        var (silos, database, sent) = (processor.OfSilos(), processor.OfDatabase(), await SiloTraffic.Read(cluster.Addresses));
        var begun = Stopwatch.GetTimestamp();
        var durations = await Run(duration, operation);
        var elapsed = Stopwatch.GetElapsedTime(begun);
        var sentAfter = await SiloTraffic.Read(cluster.Addresses);
        return new SiloFigures(
            cluster.Addresses.Count, durations.Count / elapsed.TotalSeconds, durations.Percentile(0.5), durations.Percentile(0.99),
            (processor.OfSilos() - silos) / durations.Count, (processor.OfDatabase() - database) / durations.Count,
            (sentAfter - sent) / (double?)durations.Count);
    }

    private static async Task<Histogram> Run(TimeSpan duration, Func<int, int, Task> operation)
    {
        var begun = Stopwatch.GetTimestamp();
        var workers = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(worker => Task.Run(async () =>
        {
            var durations = new Histogram();
            for (var count = 0; Stopwatch.GetElapsedTime(begun) < duration; count++)
            {
                var start = Stopwatch.GetTimestamp();
                await operation(worker, count);
                durations.Record(Stopwatch.GetElapsedTime(start));
            }
            return durations;
        })));
        var all = new Histogram();
        foreach (var worker in workers) all.Add(worker);
        return all;
    }

    private async Task Check(int number)
    {
        if (!(await grid.User(Member(number)).Check(Organization(number), "agents:read")).Require().Allowed)
            throw new InvalidOperationException($"The member {Member(number)} is denied what every member may do.");
    }

    private async Task Change(int worker, int turn) => (await grid.Organization(Organization(worker)).AssignRole(
        ChangeContext.Service, Member(worker), turn % 2 == 0 ? "editor" : "analyst")).Require();

    // A member's number decides its organization, however often it wraps around.
    private static string Organization(int number) => string.Create(CultureInfo.InvariantCulture, $"growth-{number % Members % Organizations}");

    private static string Member(int number) => string.Create(CultureInfo.InvariantCulture, $"member-{number % Members}");
}
