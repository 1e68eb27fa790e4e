using System.Collections.Concurrent;
using RbacGrains.Client;

namespace RbacGrains.Cluster.Testing;

/// <summary>
/// Clients that hold under leases are asked without a pause while members lose and regain what they have, and while something is done to the
/// cluster. An answer that contradicts the last acknowledged change is wrong, unless the next change had begun before it was given.
/// </summary>
/// <param name="cluster">The cluster.</param>
/// <param name="clients">The clients, by name; each keeps a session of its own.</param>
internal sealed class LeasedTrial(ClusterProcesses cluster, IReadOnlyDictionary<string, LeasedGrid> clients)
{
    private const string Organization = "leased";
    private const string Action = "agents:create";
    private const int Users = 24;
    private const int Writers = 4;

    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(8);

    private readonly Acknowledged[] _acknowledged = new Acknowledged[Users];
    private readonly ConcurrentQueue<string> _wrong = new();
    private readonly Timeline _timeline = new();
    private long _answers;
    private long _atOnce;
    private long _unanswered;
    private int _changes;
    private volatile bool _isOver;

    /// <summary>Runs until a harm is over, and some seconds more.</summary>
    /// <param name="harm">What is done to the cluster.</param>
    public async Task<LeasedReport> Run(Func<Task> harm)
    {
        await cluster.Nodes[0].CreateOrganization(Organization, "letta");
        await Whereabouts.Wake(cluster.Nodes, Organization, [.. Enumerable.Range(0, Users).Select(Name)], user => user % cluster.Nodes.Count);
        for (var user = 0; user < Users; user++)
        {
            (await cluster.Nodes[user % cluster.Nodes.Count].PutMember(Organization, Name(user), """{"role":"editor"}""")).Require();
            _acknowledged[user] = new Acknowledged(0, true);
        }
        var checking = clients.Select(client => Task.Run(() => Check(client.Key, client.Value))).ToList();
        var writing = Enumerable.Range(0, Writers).Select(writer => Task.Run(() => Write(writer))).ToList();
        try
        {
            await harm();
            await Task.Delay(Settling);
        }
        finally
        {
            _isOver = true;
            await Task.WhenAll([.. checking, .. writing]);
        }
        return new LeasedReport(_changes, _answers, _atOnce, _unanswered, await Afterwards(), [.. _wrong]);
    }

    // Each writer has users of its own, and toggles one after another; a change keeps its name, so it is repeated until it is answered.
    private async Task Write(int writer)
    {
        var api = new PatientApi(cluster.Nodes, _timeline);
        for (var round = 0; !_isOver; round++)
            for (var user = writer; user < Users && !_isOver; user += Writers)
            {
                var before = Volatile.Read(ref _acknowledged[user]);
                Volatile.Write(ref _acknowledged[user], before with { Version = before.Version + 1, Allowed = null });
                var role = before.Allowed is true ? "analyst" : "editor";
                (await api.Send(
                    OperationKind.Change, round + user, node => node.AssignRole(Organization, Name(user), role, $"leased-{user}-{before.Version}"))).Require();
                Volatile.Write(ref _acknowledged[user], new Acknowledged(before.Version + 2, before.Allowed is not true));
                Interlocked.Increment(ref _changes);
            }
    }

    private async Task Check(string name, LeasedGrid client)
    {
        while (!_isOver)
        {
            for (var user = 0; user < Users && !_isOver; user++) await Check(name, client, user);
            await Task.Delay(1);
        }
    }

    private async Task Check(string name, LeasedGrid client, int user)
    {
        var before = Volatile.Read(ref _acknowledged[user]);
        var asked = client.Check(Name(user), Organization, Action);
        if (asked.IsCompletedSuccessfully) Interlocked.Increment(ref _atOnce);
        var answer = await asked;
        if (!answer.Succeeded)
        {
            Interlocked.Increment(ref _unanswered);
            return;
        }
        Interlocked.Increment(ref _answers);
        var after = Volatile.Read(ref _acknowledged[user]);
        if (before.Allowed is { } expected && before.Version == after.Version && answer.Value.Allowed != expected)
            _wrong.Enqueue($"{name}: {Name(user)} is {(expected ? "allowed" : "denied")} since change {before.Version}, but was answered {answer.Value}.");
    }

    // Everything is quiet: every client says what is so, and holds it again.
    private async Task<int> Afterwards()
    {
        var wrong = 0;
        foreach (var client in clients.Values)
            for (var user = 0; user < Users; user++)
            {
                var answer = await client.Check(Name(user), Organization, Action);
                if (!answer.Succeeded || answer.Value.Allowed != _acknowledged[user].Allowed) wrong++;
            }
        return wrong;
    }

    private static string Name(int user) => $"user-{user}";

    // Allowed is null while a change is under way.
    private sealed record Acknowledged(long Version, bool? Allowed);
}

/// <summary>What came of it.</summary>
/// <param name="Changes">How many changes were acknowledged.</param>
/// <param name="Answers">How many checks were decided.</param>
/// <param name="AtOnce">How many of them, or of those that were not, in the client's own process.</param>
/// <param name="Unanswered">How many were not decided, and so denied.</param>
/// <param name="WrongAfterwards">How many answers were wrong, or missing, when all was over.</param>
/// <param name="Wrong">The answers that contradict an acknowledged change.</param>
internal sealed record LeasedReport(
    int Changes, long Answers, long AtOnce, long Unanswered, int WrongAfterwards, IReadOnlyList<string> Wrong)
{
    /// <inheritdoc/>
    public override string ToString() =>
        $"{Changes} changes; {Answers} checks decided, {AtOnce} of them at once, {Unanswered} not decided; {Wrong.Count} stale, {WrongAfterwards} wrong afterwards";
}
