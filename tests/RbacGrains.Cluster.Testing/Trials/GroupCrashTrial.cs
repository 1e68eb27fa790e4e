using System.Diagnostics;
using RbacGrains.Grains;

namespace RbacGrains.Cluster.Testing;

/// <summary>
/// What a group gives is changed while the silo of its organization is killed: the first members have the change by then, and the others do not.
/// The members live on every silo. Once the change is finished by whoever wakes up, and once its repetition is acknowledged, nobody may answer from before.
/// </summary>
internal sealed class GroupCrashTrial(ClusterProcesses cluster)
{
    private const string Organization = "grouped";
    private const string Group = "team";
    private const string Action = "agents:create";
    private const int Members = 240;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly List<string> Names = [.. Enumerable.Range(0, Members).Select(user => $"member-{user}")];

    private readonly List<string> _wrong = [];

    /// <summary>Runs the trial.</summary>
    /// <param name="rounds">How many times the silo is killed: after the first members gained something, or lost it, in turn.</param>
    public async Task<GroupCrashReport> Run(int rounds)
    {
        await cluster.Nodes[0].CreateOrganization(Organization, "letta");
        await Whereabouts.Wake(cluster.Nodes, Organization, Names, number => number % cluster.Nodes.Count);
        (await Give(cluster.Nodes[0], "analyst", "make")).Require();
        foreach (var user in Names)
        {
            (await cluster.Nodes[0].PutMember(Organization, user, """{"role":"analyst"}""")).Require();
            (await cluster.Nodes[0].Send(HttpMethod.Put, $"{GroupPath}/members/{user}")).Require();
        }

        var (halfWay, spread) = (0, Array.Empty<int>());
        for (var round = 0; round < rounds; round++)
        {
            await using var client = await cluster.Connect();
            spread = await Whereabouts.Count(client, cluster.Addresses, Names);
            if (await KillHalfWay(client, gives: round % 2 == 0, round)) halfWay++;
        }
        return new GroupCrashReport(rounds, halfWay, spread, _wrong);
    }

    private static string GroupPath => $"/v1/organizations/{Organization}/groups/{Group}";

    // Whether the change was half-way when the silo died.
    private async Task<bool> KillHalfWay(ClusterClient client, bool gives, int round)
    {
        var victim = await Home(client);
        NodeApi[] survivors = [.. cluster.Nodes.Where((_, number) => number != victim)];
        var changing = Give(survivors[0], gives ? "editor" : "analyst", $"round-{round}");
        await FirstHas(survivors[1], gives, changing);
        var isUnderWay = !changing.IsCompleted;
        await cluster[victim].Kill();
        // Whoever was asked may have found the organization again elsewhere, and answer still.
        await changing;

        // Whoever comes by the group finishes what was begun; what is read then is in effect for every member, by whichever silo.
        var patient = new PatientApi(survivors, new Timeline());
        var read = (await patient.Send(OperationKind.Check, round, node => node.Send(HttpMethod.Get, GroupPath))).Require();
        var role = read.Json.GetProperty("role").GetString();
        if (isUnderWay && role != (gives ? "editor" : "analyst")) _wrong.Add($"round {round}: the change that members had already is not finished but gone");
        await Compare(survivors, role == "editor", $"round {round}, when the group was read");

        (await patient.Send(OperationKind.Change, round, node => Give(node, gives ? "editor" : "analyst", $"round-{round}"))).Require();
        await Compare(survivors, gives, $"round {round}, after the acknowledged repetition");
        await MembershipTable.WaitDead(cluster, victim);
        await cluster.StartSilo(victim);
        await Compare(cluster.Nodes, gives, $"round {round}, when the silo was there again");
        return isUnderWay;
    }

    private async Task<int> Home(ClusterClient client)
    {
        (await new PatientApi(cluster.Nodes, new Timeline()).Send(OperationKind.Check, 0, node => node.Send(HttpMethod.Get, GroupPath))).Require();
        var place = await client.Grains.GetGrain<IManagementGrain>(0).GetActivationAddress(client.Grains.GetGrain<IOrganizationGrain>(Organization))
            ?? throw new InvalidOperationException("The organization has answered and is nowhere.");
        return cluster.Addresses.Single(silo => silo.SiloPort == place.Endpoint.Port).Number;
    }

    private static Task<NodeAnswer> Give(NodeApi node, string role, string operation) =>
        node.Send(HttpMethod.Put, GroupPath, $$"""{"title":"The team","role":"{{role}}"}""", operation);

    private static async Task FirstHas(NodeApi node, bool gives, Task changing)
    {
        var begun = Stopwatch.GetTimestamp();
        while (!changing.IsCompleted && await node.Check(Organization, Names[0], Action) is var answer
            && !(answer.Succeeded && answer.Json.GetProperty("allowed").GetBoolean() == gives))
            if (Stopwatch.GetElapsedTime(begun) > Patience) throw new TimeoutException("The change does not reach its first member.");
    }

    private async Task Compare(IReadOnlyList<NodeApi> nodes, bool expected, string when) => await Task.WhenAll(nodes.Select(async (node, number) =>
    {
        // Those who lived on the silo that is gone answer again once the others have given it up; until then nothing is no wrong answer.
        foreach (var user in Names)
        {
            var answer = (await new PatientApi([node], new Timeline()).Send(OperationKind.Check, 0, each => each.Check(Organization, user, Action))).Require();
            if (answer.Json.GetProperty("allowed").GetBoolean() == expected) continue;
            lock (_wrong) _wrong.Add($"{when}: node {number} says {!expected} of {user}");
        }
    }));
}

/// <summary>What came of it.</summary>
/// <param name="Rounds">How often the silo of the organization was killed.</param>
/// <param name="HalfWay">How often a member had the change by then, and nobody its answer.</param>
/// <param name="MembersBySilo">How many of the members lived on each silo, at the last.</param>
/// <param name="Wrong">Every answer from before a change, and every change that was not finished.</param>
internal sealed record GroupCrashReport(int Rounds, int HalfWay, IReadOnlyList<int> MembersBySilo, IReadOnlyList<string> Wrong)
{
    /// <inheritdoc/>
    public override string ToString() =>
        $"{HalfWay} of {Rounds} changes were half-way when the silo of their organization was killed; members by silo: {string.Join(", ", MembersBySilo)}; {Wrong.Count} wrong";
}
