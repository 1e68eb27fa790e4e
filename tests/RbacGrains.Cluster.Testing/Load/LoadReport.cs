namespace RbacGrains.Cluster.Testing;

/// <summary>What came of a load.</summary>
/// <param name="Acknowledged">How many changes were acknowledged in all.</param>
/// <param name="Checks">What checks went through from the event on.</param>
/// <param name="Changes">What changes went through from the event on.</param>
/// <param name="Wrong">Everything that must not be: stale answers, operations given up, changes lost or made twice.</param>
internal sealed record LoadReport(int Acknowledged, Outage Checks, Outage Changes, IReadOnlyList<string> Wrong)
{
    /// <inheritdoc/>
    public override string ToString() =>
        $"{Acknowledged} changes acknowledged, {Wrong.Count} wrong{Environment.NewLine}{Checks}{Environment.NewLine}{Changes}";
}
