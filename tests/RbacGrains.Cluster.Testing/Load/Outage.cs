namespace RbacGrains.Cluster.Testing;

/// <summary>What the operations of one kind went through from an event on.</summary>
/// <param name="Kind">Which operations.</param>
/// <param name="Count">How many ended after the event.</param>
/// <param name="Repeated">How many of them had to be sent again.</param>
/// <param name="Failed">How many were given up.</param>
/// <param name="Median">How long half of them took at most.</param>
/// <param name="P99">How long 99 of 100 took at most.</param>
/// <param name="Longest">How long the longest took, repetitions included.</param>
/// <param name="BackAfter">How long after the event the last one ended that was slow; zero when none was.</param>
internal sealed record Outage(
    OperationKind Kind, long Count, int Repeated, int Failed, TimeSpan Median, TimeSpan P99, TimeSpan Longest, TimeSpan BackAfter)
{
    /// <summary>From where on an operation is slow.</summary>
    public static TimeSpan Slow { get; } = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Kind}: {Count}, {Repeated} repeated, {Failed} given up, p50 {Median.Show()}, p99 {P99.Show()}, longest {Longest.Show()}, "
        + $"none above {Slow.Show()} from {BackAfter.Show()} after the event";
}
