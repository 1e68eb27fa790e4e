namespace RbacGrains.Load;

/// <summary>Bytes that passed between this program and a target over the network.</summary>
/// <param name="Sent">To the target.</param>
/// <param name="Received">From the target.</param>
/// <param name="Seconds">In how much time.</param>
public sealed record DataFigures(long Sent, long Received, double Seconds)
{
    /// <summary>Bytes sent a second.</summary>
    public double SentPerSecond => Sent / Seconds;

    /// <summary>Bytes received a second.</summary>
    public double ReceivedPerSecond => Received / Seconds;
}
