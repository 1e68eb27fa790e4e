using System.Numerics;

namespace RbacGrains.Load;

/// <summary>
/// Counts durations in buckets that grow with them: each is known to a part in 128, from a nanosecond to centuries, in 58 KiB. (The idea is
/// of Gil Tene's HdrHistogram.) Not for several threads at once: each has its own, and they are added up.
/// </summary>
public sealed class Histogram
{
    // The highest bit and the seven below it tell the bucket.
    private const int Bits = 7;
    private const int PerPower = 1 << Bits;

    private readonly long[] _counts = new long[(64 - Bits) * PerPower];
    private long _most;
    private double _sum;

    /// <summary>How many durations were counted.</summary>
    public long Count { get; private set; }

    /// <summary>The longest, to a tenth of a microsecond.</summary>
    public TimeSpan Max => FromNanoseconds(_most);

    /// <summary>The longest in nanoseconds, exactly.</summary>
    public long MaxNanoseconds => _most;

    /// <summary>The mean in nanoseconds; zero when there are none.</summary>
    public double MeanNanoseconds => Count == 0 ? 0 : _sum / Count;

    /// <summary>Counts a duration; a negative one as none.</summary>
    public void Record(TimeSpan duration) => Record(duration.Ticks * TimeSpan.NanosecondsPerTick);

    /// <summary>Counts a duration in nanoseconds; a negative one as none.</summary>
    public void Record(long nanoseconds)
    {
        nanoseconds = Math.Max(0, nanoseconds);
        _counts[BucketOf(nanoseconds)]++;
        _most = Math.Max(_most, nanoseconds);
        _sum += nanoseconds;
        Count++;
    }

    /// <summary>Adds what another one has counted.</summary>
    public void Add(Histogram other)
    {
        ArgumentNullException.ThrowIfNull(other);
        for (var bucket = 0; bucket < _counts.Length; bucket++) _counts[bucket] += other._counts[bucket];
        _most = Math.Max(_most, other._most);
        _sum += other._sum;
        Count += other.Count;
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        Array.Clear(_counts);
        (_most, _sum, Count) = (0, 0, 0);
    }

    /// <summary>The duration that a part of all did not exceed, at most a part in 128 too long; zero when there are none.</summary>
    /// <param name="part">From 0 to 1.</param>
    public TimeSpan Percentile(double part) => FromNanoseconds(PercentileNanoseconds(part));

    /// <inheritdoc cref="Percentile"/>
    public long PercentileNanoseconds(double part)
    {
        var wanted = (long)Math.Ceiling(part * Count);
        long seen = 0;
        for (var bucket = 0; bucket < _counts.Length; bucket++)
        {
            seen += _counts[bucket];
            if (seen > 0 && seen >= wanted) return Math.Min(LastOf(bucket), _most);
        }
        return 0;
    }

    /// <summary>The bucket of a number of nanoseconds.</summary>
    internal static int BucketOf(long nanoseconds)
    {
        if (nanoseconds < PerPower) return (int)nanoseconds;
        var shift = BitOperations.Log2((ulong)nanoseconds) - Bits;
        return (shift * PerPower) + (int)(nanoseconds >> shift);
    }

    /// <summary>The greatest number of nanoseconds in a bucket.</summary>
    internal static long LastOf(int bucket)
    {
        if (bucket < PerPower) return bucket;
        var shift = (bucket / PerPower) - 1;
        var first = (long)((bucket % PerPower) + PerPower) << shift;
        return first + (1L << shift) - 1;
    }

    private static TimeSpan FromNanoseconds(long nanoseconds) => TimeSpan.FromTicks(nanoseconds / TimeSpan.NanosecondsPerTick);
}
