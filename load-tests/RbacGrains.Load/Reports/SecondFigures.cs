namespace RbacGrains.Load;

/// <summary>How a run went in one second, by when iterations ended.</summary>
/// <param name="At">The second's end, in seconds from the beginning.</param>
/// <param name="PerSecond">Iterations that ended well, a second.</param>
/// <param name="ErrorsPerSecond">Iterations that ended with an error, a second.</param>
/// <param name="P50">Half of them took no longer, in microseconds.</param>
/// <param name="P99">99 of 100 took no longer.</param>
/// <param name="SentPerSecond">Bytes to the target, a second; 0 where it does not know them.</param>
/// <param name="ReceivedPerSecond">Bytes from the target, a second.</param>
public sealed record SecondFigures(
    double At, double PerSecond, double ErrorsPerSecond, double P50, double P99, double SentPerSecond, double ReceivedPerSecond);
