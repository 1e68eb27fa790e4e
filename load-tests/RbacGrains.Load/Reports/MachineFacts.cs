using System.Globalization;
using System.Runtime;
using System.Runtime.InteropServices;

namespace RbacGrains.Load;

/// <summary>What of a machine its figures depend on.</summary>
public static class MachineFacts
{
    /// <summary>Reads them.</summary>
    public static IReadOnlyList<Fact> Read() =>
    [
        new("processors", $"{Environment.ProcessorCount}, {Model() ?? RuntimeInformation.ProcessArchitecture.ToString()}"),
        new("memory", Numbers.Bytes(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes)),
        new("system", RuntimeInformation.OSDescription),
        new(".NET", $"{Environment.Version}, {(GCSettings.IsServerGC ? "server" : "workstation")} garbage collection"),
        new("load average before", LoadAverage() ?? "not known"),
    ];

    private static string? Model() => Lines("/proc/cpuinfo")
        .FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':', 2)[^1].Trim();

    // Other work on the machine shows here, and makes every absolute figure worse.
    private static string? LoadAverage() => Lines("/proc/loadavg").FirstOrDefault()?.Split(' ') is { Length: >= 3 } parts
        ? string.Join(' ', parts.Take(3)).ToString(CultureInfo.InvariantCulture)
        : null;

    private static IEnumerable<string> Lines(string file) => File.Exists(file) ? File.ReadLines(file) : [];
}
