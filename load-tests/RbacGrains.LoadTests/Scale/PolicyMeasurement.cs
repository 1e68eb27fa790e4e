using System.Diagnostics;

namespace RbacGrains.LoadTests;

/// <summary>
/// How long a change of policy takes to be acknowledged while so many silos hold the policy: of the large organization and of a small one. Before
/// every change a member on each silo is asked for, so that each silo holds it; afterwards all of them at once have to have the new one.
/// </summary>
internal static class PolicyMeasurement
{
    private const int WarmUp = 30;
    private const int Changes = 200;

    /// <summary>Measures on the silos of a cluster.</summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="organization">The organization.</param>
    /// <param name="candidates">Some of its members, awake nowhere yet; one on each silo is asked for.</param>
    /// <param name="total">How many members it has.</param>
    public static async Task<PolicyFigures> Run(ClusterProcesses cluster, string organization, IReadOnlyList<string> candidates, int total)
    {
        var clients = await Task.WhenAll(Enumerable.Range(0, cluster.Nodes.Count).Select(silo => cluster.Connect(silo)));
        await Whereabouts.Wake(cluster.Nodes, organization, candidates, member => member % cluster.Nodes.Count);
        var places = await Whereabouts.Find(clients[0], cluster.Addresses, candidates);
        List<string> members = [.. candidates.Zip(places).DistinctBy(one => one.Second).Select(one => one.First)];
        var (settings, plan) = (new Histogram(), new Histogram());
        for (var change = 0; change < WarmUp + (2 * Changes); change++)
        {
            await Task.WhenAll(members.Select((member, silo) => Ask(clients[silo % clients.Length], member, organization)));
            var isPlan = change % 2 == 1;
            var command = isPlan
                ? new UpdateOrganization(Plan: change % 4 == 1 ? "free" : "enterprise")
                : new UpdateOrganization(Settings: new OrganizationSettings { InvitationDays = 1 + (change % 300) });
            var begun = Stopwatch.GetTimestamp();
            var changed = (await clients[0].Grid.Organization(organization).Update(ChangeContext.Service, command, CancellationToken.None)).Require();
            if (change >= WarmUp) (isPlan ? plan : settings).Record(Stopwatch.GetElapsedTime(begun));
            var seen = await Task.WhenAll(members.Select((member, silo) => Ask(clients[silo % clients.Length], member, organization)));
            if (seen.Any(version => version < changed.PolicyVersion))
                throw new InvalidOperationException($"After version {changed.PolicyVersion} was acknowledged, a silo answered from an older one.");
        }
        foreach (var client in clients) await client.DisposeAsync();
        return new PolicyFigures(
            cluster.Nodes.Count, members.Count, organization, total,
            settings.Percentile(0.5).TotalMilliseconds, settings.Percentile(0.99).TotalMilliseconds, settings.Max.TotalMilliseconds,
            plan.Percentile(0.5).TotalMilliseconds, plan.Percentile(0.99).TotalMilliseconds, plan.Max.TotalMilliseconds);
    }

    private static async Task<long> Ask(ClusterClient client, string member, string organization) =>
        (await client.Grid.User(member).Check(organization, "agents:read")).Require().PolicyVersion;
}

/// <summary>What was found, in milliseconds.</summary>
/// <param name="Silos">How many silos there are.</param>
/// <param name="Holders">On how many of them a member lives who is asked for, so that they hold the policy.</param>
/// <param name="Organization">The organization.</param>
/// <param name="Members">How many members it has.</param>
/// <param name="SettingsP50">A change of settings.</param>
/// <param name="SettingsP99">The same for 99 of 100.</param>
/// <param name="SettingsMax">The longest.</param>
/// <param name="PlanP50">A change of plan.</param>
/// <param name="PlanP99">The same for 99 of 100.</param>
/// <param name="PlanMax">The longest.</param>
internal sealed record PolicyFigures(
    int Silos, int Holders, string Organization, int Members,
    double SettingsP50, double SettingsP99, double SettingsMax, double PlanP50, double PlanP99, double PlanMax);
