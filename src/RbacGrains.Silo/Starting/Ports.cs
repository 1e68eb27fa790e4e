using System.Net;
using System.Net.Sockets;

namespace RbacGrains.Silo;

/// <summary>Looks whether the node's ports are free, before Orleans does and says so in the midst of a long stack trace.</summary>
internal static class Ports
{
    /// <summary>Looks.</summary>
    /// <exception cref="IOException">A port is in use, or the address is not this machine's; the message says which setting to change.</exception>
    public static void RequireFree(ClusterSettings cluster)
    {
        Require(cluster.Address, cluster.SiloPort, "SiloPort");
        if (cluster.GatewayPort != 0) Require(cluster.Address, cluster.GatewayPort, "GatewayPort");
    }

    private static void Require(IPAddress address, int port, string setting)
    {
        using var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(address, port));
        }
        catch (SocketException failure)
        {
            throw new IOException(failure.SocketErrorCode switch
            {
                SocketError.AddressAlreadyInUse =>
                    $"port {port} on {address} is in use by another process. Set Rbac:{setting} to a free port, or stop the other process.",
                SocketError.AddressNotAvailable =>
                    $"{address} is not an address of this machine. Set Rbac:AdvertisedAddress to one that is and that the other nodes can reach.",
                SocketError.AccessDenied => $"this account may not listen on port {port}. Set Rbac:{setting} to a port above 1023.",
                _ => $"port {port} on {address} (Rbac:{setting}) cannot be used: {failure.Message}.",
            });
        }
    }
}
