using System.Globalization;

namespace RbacGrains.Core;

/// <summary>
/// The ids of audit entries: version 7 UUIDs (RFC 9562) without dashes, so in the order of their milliseconds. They are names and no secrets:
/// their random bits need not come from the operating system, which would be a call of it for every change.
/// </summary>
internal static class AuditIds
{
    /// <summary>A new one: 48 bits of time, the version, 12 random bits, the variant, 62 random bits.</summary>
    public static string Make(DateTimeOffset now)
    {
        var high = (now.ToUnixTimeMilliseconds() << 16) | 0x7000 | Random.Shared.NextInt64(1 << 12);
        var low = long.MinValue | Random.Shared.NextInt64(1L << 62);
        return string.Create(CultureInfo.InvariantCulture, $"{high:x16}{low:x16}");
    }
}
