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

    /// <summary>The number of the silo on which each of some users lives; -1 for one that is not awake.</summary>
    public static async Task<int[]> Find(ClusterClient client, IReadOnlyList<SiloAddresses> silos, IEnumerable<string> users)
    {
        var management = client.Grains.GetGrain<IManagementGrain>(0);
        return await Task.WhenAll(users.Select(async user =>
            await management.GetActivationAddress(client.Grains.GetGrain<IUserGrain>(user)) is { } place
                ? silos.Single(silo => silo.SiloPort == place.Endpoint.Port).Number
                : -1));
    }

    /// <summary>How many of some users live on each silo, in the order of the addresses.</summary>
    public static async Task<int[]> Count(ClusterClient client, IReadOnlyList<SiloAddresses> silos, IEnumerable<string> users)
    {
        var places = await Find(client, silos, users);
        return [.. silos.Select(silo => places.Count(place => place == silo.Number))];
    }
}
