namespace RbacGrains.Cluster.Testing;

/// <summary>
/// Takes something away through one node, and asks the others at once. What is taken is an admin's role, or for everybody the plan
/// that a feature needs; then it is given back, and asked for again. Every answer has to be that of the last acknowledged change.
/// </summary>
internal sealed class StalenessTrial(ClusterProcesses cluster, IReadOnlyList<ClusterClient> clients)
{
    private const string Organization = "staleness";
    // Needs the role of an admin and the enterprise plan.
    private const string Action = "studio_assistant:use";
    private const int Users = 24;
    private const int PlanEvery = 10;

    private readonly IReadOnlyList<NodeApi> _nodes = cluster.Nodes;
    private readonly List<string> _wrong = [];
    private int _checks;
    private int _plans;

    /// <summary>Runs rounds, the node of the change going round.</summary>
    /// <param name="rounds">How many.</param>
    /// <param name="progress">Hears of every round; null for nobody.</param>
    public async Task<StalenessReport> Run(int rounds, Action<int>? progress = null)
    {
        List<string> users = [.. Enumerable.Range(0, Users).Select(Name)];
        await _nodes[0].CreateOrganization(Organization, "agent-studio");
        await Whereabouts.Wake(_nodes, Organization, users, user => user % _nodes.Count);
        foreach (var user in users) (await _nodes[0].PutMember(Organization, user, """{"role":"admin"}""")).Require();
        var places = await Whereabouts.Count(clients[0], cluster.Addresses, users);
        for (var round = 0; round < rounds; round++)
        {
            if (round % PlanEvery == PlanEvery - 1) await ChangePlan(round);
            else await ChangeRole(round);
            progress?.Invoke(round + 1);
        }
        return new StalenessReport(rounds, _plans, _checks, places, _wrong);
    }

    private async Task ChangeRole(int round)
    {
        var user = Name(round % Users);
        (await Node(round).AssignRole(Organization, user, "member")).Require();
        await Expect(round, user, false, "is no admin any more");
        (await Node(round).AssignRole(Organization, user, "admin")).Require();
        await Expect(round, user, true, "is an admin again");
    }

    private async Task ChangePlan(int round)
    {
        _plans++;
        (await Node(round).ChangePlan(Organization, "free")).Require();
        await Task.WhenAll(Enumerable.Range(0, 3).Select(user => Expect(round, Name((round + user) % Users), false, "has no plan for it any more")));
        (await Node(round).ChangePlan(Organization, "enterprise")).Require();
        await Task.WhenAll(Enumerable.Range(0, 3).Select(user => Expect(round, Name((round + user) % Users), true, "has a plan for it again")));
    }

    /// <summary>Asks every other node, over HTTP and by Orleans clients in turns.</summary>
    private Task Expect(int round, string user, bool allowed, string because) => Task.WhenAll(
        Enumerable.Range(1, _nodes.Count - 1).Select(async distance =>
        {
            var other = (round + distance) % _nodes.Count;
            var answer = (round / _nodes.Count) % 2 == 0
                ? await _nodes[other].IsAllowed(Organization, user, Action)
                : (await clients[other].Grid.User(user).Check(Organization, Action)).Require().Allowed;
            Interlocked.Increment(ref _checks);
            if (answer != allowed)
                lock (_wrong) _wrong.Add($"Round {round}: {user} {because} through node {round % _nodes.Count}, but node {other} answered {answer}.");
        }));

    private NodeApi Node(int round) => _nodes[round % _nodes.Count];

    private static string Name(int user) => $"user-{user}";
}

/// <summary>What came of it.</summary>
/// <param name="Rounds">How many times something was taken and given back.</param>
/// <param name="PlanChanges">In how many of them that was the plan.</param>
/// <param name="Checks">How many answers were compared.</param>
/// <param name="UsersBySilo">How many of the users lived on each silo.</param>
/// <param name="Wrong">Those that were stale.</param>
internal sealed record StalenessReport(
    int Rounds, int PlanChanges, int Checks, IReadOnlyList<int> UsersBySilo, IReadOnlyList<string> Wrong)
{
    /// <inheritdoc/>
    public override string ToString() =>
        $"{Rounds} rounds, {PlanChanges} of them by plan, {Checks} checks at the other nodes, {Wrong.Count} stale answers; "
        + $"of the users, {string.Join(", ", UsersBySilo)} lived on the silos";
}
