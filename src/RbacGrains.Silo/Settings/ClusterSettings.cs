using System.Net;
using System.Net.Sockets;
using RbacGrains.Api;

namespace RbacGrains.Silo;

/// <summary>Which cluster the node belongs to, and where the other nodes find it.</summary>
/// <param name="ClusterId">The cluster: nodes with the same one on the same database work together.</param>
/// <param name="ServiceId">Whose state it is; it stays the same for ever, also when a new cluster takes the state over.</param>
/// <param name="SiloPort">The TCP port for the other nodes, 1 to 65535.</param>
/// <param name="GatewayPort">The TCP port for Orleans clients, 1 to 65535; 0 for none.</param>
/// <param name="Address">The address under which the other nodes and the clients reach this one.</param>
/// <param name="LeaseDuration">
/// For how long a node answers from memory after it was last seen to be a member. Default 5 s, from 1 s to 1 min; the same on every node.
/// </param>
internal sealed record ClusterSettings(
    string ClusterId, string ServiceId, int SiloPort, int GatewayPort, IPAddress Address, TimeSpan LeaseDuration)
{
    /// <summary>Reads them.</summary>
    public static ClusterSettings Read(SettingReader reader, bool development)
    {
        var settings = new ClusterSettings(
            reader.Name("ClusterId", development ? "development" : "rbac"),
            reader.Name("ServiceId", "rbac"),
            reader.Number("SiloPort", 11111, 1, 65535),
            reader.Number("GatewayPort", 30000, 0, 65535),
            ReadAddress(reader, development),
            reader.Duration("LeaseDuration", TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1)));
        if (settings.SiloPort == settings.GatewayPort)
            reader.Mistake("GatewayPort", $"is {settings.GatewayPort}, which is Rbac:SiloPort, too. Give the two different ports.");
        return settings;
    }

    private static IPAddress ReadAddress(SettingReader reader, bool development)
    {
        const string Key = "AdvertisedAddress";
        var configured = reader.Text(Key);
        if (development) return IPAddress.Loopback;
        var text = configured ?? Dns.GetHostName();
        if (IPAddress.TryParse(text, out var address)) return address;
        try
        {
            var found = Dns.GetHostAddresses(text, AddressFamily.InterNetwork);
            // A machine's own name often leads to the loopback first, where no other machine finds it.
            if (found.FirstOrDefault(one => configured is not null || !IPAddress.IsLoopback(one)) is { } best) return best;
        }
        catch (SocketException)
        {
            // Told below.
        }

        reader.Mistake(Key, configured is null
            ? $"is not set, and this machine's name '{text}' leads to no address that others could reach. Set it to this node's IP address."
            : $"is '{configured}', which is neither an IP address nor a host name that has one. Set it to this node's IP address.");
        return IPAddress.None;
    }
}
