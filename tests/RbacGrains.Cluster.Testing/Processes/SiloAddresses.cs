using System.Net;

namespace RbacGrains.Cluster.Testing;

/// <summary>Where one silo is; it keeps its place when it is started again.</summary>
/// <param name="Number">Which of the cluster's silos it is, from 0.</param>
/// <param name="Http">Where it serves HTTP.</param>
/// <param name="SiloPort">Where the other silos find it.</param>
/// <param name="Gateway">Where Orleans clients find it.</param>
internal sealed record SiloAddresses(int Number, Uri Http, int SiloPort, IPEndPoint Gateway)
{
    /// <summary>Places for so many silos on this machine.</summary>
    public static IReadOnlyList<SiloAddresses> Find(int count)
    {
        var ports = FreePorts.Find(count * 3);
        return
        [
            .. Enumerable.Range(0, count).Select(number => new SiloAddresses(
                number, new Uri($"http://127.0.0.1:{ports[number * 3]}"), ports[(number * 3) + 1],
                new IPEndPoint(IPAddress.Loopback, ports[(number * 3) + 2]))),
        ];
    }
}
