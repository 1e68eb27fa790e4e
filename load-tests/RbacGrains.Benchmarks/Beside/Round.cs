namespace RbacGrains.Benchmarks;

/// <summary>What an engine did in a round.</summary>
/// <param name="Count">How many checks.</param>
/// <param name="Nanoseconds">In how much time.</param>
/// <param name="Allowed">How many of them were allowed.</param>
internal readonly record struct Round(long Count, double Nanoseconds, long Allowed)
{
    /// <summary>What one check took.</summary>
    public double Each => Nanoseconds / Count;
}
