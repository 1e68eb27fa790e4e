using System.Net;
using System.Net.Sockets;

namespace RbacGrains.Cluster.Testing;

/// <summary>Ports that nobody listens on.</summary>
internal static class FreePorts
{
    /// <summary>So many different ones. They are held together, so that none comes twice, and free when it returns.</summary>
    public static int[] Find(int count)
    {
        var held = new List<TcpListener>();
        try
        {
            for (var number = 0; number < count; number++)
            {
                var listener = new TcpListener(IPAddress.Loopback, 0);
                listener.Start();
                held.Add(listener);
            }
            return [.. held.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        }
        finally
        {
            held.ForEach(listener => listener.Dispose());
        }
    }
}
