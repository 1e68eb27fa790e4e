using RbacGrains.Api;

namespace RbacGrains.Silo;

/// <summary>How the node goes when it is asked to.</summary>
/// <param name="Delay">
/// How long it keeps serving after <c>/health/ready</c> has turned to 503, so that load balancers notice before the port closes.
/// Default 5 s, in development none; from 0 to 10 min.
/// </param>
/// <param name="Timeout">How long requests under way and the hand-over to other nodes may take then. Default 30 s, from 1 s to 10 min.</param>
internal sealed record DrainSettings(TimeSpan Delay, TimeSpan Timeout)
{
    private static readonly TimeSpan Most = TimeSpan.FromMinutes(10);

    /// <summary>Reads them.</summary>
    public static DrainSettings Read(SettingReader reader, bool development) => new(
        reader.Duration("Drain:Delay", development ? TimeSpan.Zero : TimeSpan.FromSeconds(5), TimeSpan.Zero, Most),
        reader.Duration("Drain:Timeout", TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(1), Most));
}
