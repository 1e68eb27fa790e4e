namespace RbacGrains.Benchmarks;

/// <summary>What is in memory.</summary>
internal static class Heap
{
    /// <summary>The bytes of the heap after full collections.</summary>
    public static long Measure()
    {
        for (var round = 0; round < 3; round++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    /// <summary>The bytes that each of many takes.</summary>
    /// <param name="count">How many are made.</param>
    /// <param name="make">Makes one, by its number.</param>
    public static double BytesOfEach(int count, Func<int, object> make)
    {
        var all = new object[count];
        var before = Measure();
        for (var number = 0; number < count; number++) all[number] = make(number);
        var bytes = Measure() - before;
        GC.KeepAlive(all);
        return Math.Max(0, bytes / (double)count);
    }
}
