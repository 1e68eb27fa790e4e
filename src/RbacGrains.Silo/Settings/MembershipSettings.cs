using RbacGrains.Api;

namespace RbacGrains.Silo;

/// <summary>
/// How soon the cluster gives a silent node up. A node is out after about <c>ProbeTimeout x MissedProbes</c> and the votes of
/// others; until then calls to the actors that it held wait or fail. Too soon, and a long pause of a healthy node ends it.
/// </summary>
/// <param name="ProbeTimeout">How long a node may take to answer a probe. Default 2 s, from 500 ms to 1 min.</param>
/// <param name="MissedProbes">After how many missed probes in a row a node is suspected. Default 3, from 1 to 20.</param>
/// <param name="Votes">How many nodes have to suspect it; where fewer are left, all of these. Default 2, from 1 to 10.</param>
/// <param name="HeartbeatPeriod">
/// How often a node writes to the database that it lives. A node whose entry is three periods old does not keep others from
/// joining, so this decides how soon a cluster is back after all of its nodes died. Default 5 s, from 1 s to 5 min.
/// </param>
internal sealed record MembershipSettings(TimeSpan ProbeTimeout, int MissedProbes, int Votes, TimeSpan HeartbeatPeriod)
{
    /// <summary>
    /// How far a probe's time-out is stretched where answers were slow lately. A connection that was in use within as long as all missed probes
    /// together counts as a sign of life, and Orleans' own bound of four times would make that half a minute.
    /// </summary>
    public TimeSpan MaxProbeTimeout => ProbeTimeout * 1.5;

    /// <summary>Reads them.</summary>
    public static MembershipSettings Read(SettingReader reader) => new(
        reader.Duration("Membership:ProbeTimeout", TimeSpan.FromSeconds(2), TimeSpan.FromMilliseconds(500), TimeSpan.FromMinutes(1)),
        reader.Number("Membership:MissedProbes", 3, 1, 20),
        reader.Number("Membership:Votes", 2, 1, 10),
        reader.Duration("Membership:HeartbeatPeriod", TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5)));
}
