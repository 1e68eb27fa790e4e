namespace RbacGrains.Benchmarks;

/// <summary>What an engine did in a round.</summary>
/// <param name="Count">How many checks.</param>
/// <param name="Elapsed">How much time passed, in nanoseconds.</param>
/// <param name="Processor">How much time of processors the process used, in nanoseconds.</param>
/// <param name="Allowed">How many of them were allowed.</param>
internal readonly record struct Round(long Count, double Elapsed, double Processor, long Allowed)
{
    /// <summary>
    /// What one check took of the processor, in nanoseconds. Each engine runs on one thread alone, so that on a machine with nothing else to do
    /// it is the time that passes; on any other, what others use is not counted.
    /// </summary>
    public double Each => Processor / Count;
}
