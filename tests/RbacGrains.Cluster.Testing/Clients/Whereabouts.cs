using RbacGrains.Grains;

namespace RbacGrains.Cluster.Testing;

/// <summary>On which silos users live: it is where their checks are decided, so a trial that means to try several has to know.</summary>
internal static class Whereabouts
{
    /// <summary>
    /// Wakes users up, each by way of a node that is named for it. Orleans prefers the silo that asks first, so this is where they mostly live then.
    /// </summary>
    public static Task Wake(IReadOnlyList<NodeApi> nodes, string organization, IReadOnlyList<string> users, Func<int, int> nodeOf) =>
        Task.WhenAll(users.Select((user, number) => nodes[nodeOf(number)].Check(organization, user, "agents:read")));

    /// <summary>How many of some users live on each silo, in the order of the addresses.</summary>
    public static async Task<int[]> Count(ClusterClient client, IReadOnlyList<SiloAddresses> silos, IEnumerable<string> users)
    {
        var management = client.Grains.GetGrain<IManagementGrain>(0);
        var places = new int[silos.Count];
        foreach (var user in users)
            if (await management.GetActivationAddress(client.Grains.GetGrain<IUserGrain>(user)) is { } place)
                places[silos.Single(silo => silo.SiloPort == place.Endpoint.Port).Number]++;
        return places;
    }
}
