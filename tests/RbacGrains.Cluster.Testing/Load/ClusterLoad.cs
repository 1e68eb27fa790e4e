using System.Diagnostics;

namespace RbacGrains.Cluster.Testing;

/// <summary>
/// Checks and changes through every node at once, as long as something is done to the cluster; and what has to be true afterwards.
/// There is an organization for each silo, and most of its members live there.
/// </summary>
internal sealed class ClusterLoad
{
    private const int MembersEach = 2;
    private const int AnalystsEach = 10;

    private readonly ClusterProcesses _cluster;
    private readonly Timeline _timeline = new();
    private readonly List<LoadMember> _members;
    private readonly List<SteadyChecks> _checks;
    private readonly PatientApi _api;

    private ClusterLoad(ClusterProcesses cluster)
    {
        _cluster = cluster;
        _api = new PatientApi(cluster.Nodes, _timeline);
        var silos = Enumerable.Range(0, cluster.Nodes.Count).ToList();
        _members = [.. silos.SelectMany(silo => Enumerable.Range(0, MembersEach)
            .Select(number => new LoadMember(Organization(silo), $"moving-{silo}-{number}", _api, cluster.Nodes.Count)))];
        _checks = [.. silos.Select(silo => new SteadyChecks(Organization(silo), Analysts(silo), _api))];
    }

    /// <summary>Runs the load while something is done to the cluster.</summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="harm">What is done, once the load is well under way. The load goes on until it is done, and some more.</param>
    public static async Task<LoadReport> While(ClusterProcesses cluster, Func<Task> harm)
    {
        var load = new ClusterLoad(cluster);
        await load.Begin();
        using var stop = new CancellationTokenSource();
        var running = load.Run(stop.Token);
        long begun;
        try
        {
            await load.WaitFor(500);
            begun = Stopwatch.GetTimestamp();
            await harm();
            await load.WaitFor(load._timeline.Count + 1000);
        }
        finally
        {
            await stop.CancelAsync();
            await running;
        }
        return await load.Report(begun);
    }

    private static string Organization(int silo) => $"under-load-{silo}";

    private static List<string> Analysts(int silo) => [.. Enumerable.Range(0, AnalystsEach).Select(number => $"analyst-{silo}-{number}")];

    private async Task Begin()
    {
        for (var silo = 0; silo < _cluster.Nodes.Count; silo++)
        {
            var (node, organization) = (_cluster.Nodes[silo], Organization(silo));
            await node.CreateOrganization(organization, "letta");
            List<string> users = [.. Analysts(silo), .. _members.Where(member => member.Organization == organization).Select(member => member.User)];
            await Whereabouts.Wake([node], organization, users, _ => 0);
            foreach (var user in users) (await node.PutMember(organization, user, """{"role":"analyst"}""")).Require();
        }
    }

    private Task Run(CancellationToken stop) => Task.WhenAll(
    [
        .. _members.Select(member => Task.Run(() => member.Run(stop), CancellationToken.None)),
        .. _checks.Select((checks, number) => Task.Run(() => checks.Run(number, stop), CancellationToken.None)),
    ]);

    // For a minute and a half at most: somebody has to be served in that time.
    private async Task WaitFor(int operations)
    {
        var begun = Stopwatch.GetTimestamp();
        while (_timeline.Count < operations && Stopwatch.GetElapsedTime(begun) < TimeSpan.FromSeconds(90))
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        if (_timeline.Count < operations) throw new TimeoutException($"{_timeline.Count} operations have ended, not {operations}.");
    }

    private async Task<LoadReport> Report(long begun)
    {
        List<string> wrong = [.. _members.SelectMany(member => member.Wrong), .. _checks.SelectMany(checks => checks.Wrong)];
        foreach (var member in _members)
            for (var node = 0; node < _cluster.Nodes.Count; node++)
            {
                var before = member.Wrong.Count;
                await member.Check(node);
                wrong.AddRange(member.Wrong.Skip(before).Select(answer => $"At the end: {answer}"));
            }

        var entries = await Task.WhenAll(Enumerable.Range(0, _cluster.Nodes.Count).Select(silo => _cluster.Nodes[0].ReadAudit(Organization(silo))));
        var audit = entries.SelectMany(lines => lines).Where(line => line.Operation is not null)
            .ToLookup(line => line.Target, line => line.Operation!, StringComparer.Ordinal);
        foreach (var member in _members)
            if (!audit[member.User].Reverse().SequenceEqual(member.Acknowledged))
                wrong.Add($"The audit log has other changes of {member.User} than were acknowledged, or in another order.");
        return new LoadReport(
            _members.Sum(member => member.Acknowledged.Count),
            _timeline.Outage(OperationKind.Check, begun),
            _timeline.Outage(OperationKind.Change, begun),
            wrong);
    }
}
