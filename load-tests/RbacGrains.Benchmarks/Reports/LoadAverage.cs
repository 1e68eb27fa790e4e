namespace RbacGrains.Benchmarks;

/// <summary>What else the machine had to do.</summary>
internal static class LoadAverage
{
    private const string File = "/proc/loadavg";

    /// <summary>The load average of the last minute; a question mark where the system does not say.</summary>
    public static string Now => System.IO.File.Exists(File) ? System.IO.File.ReadAllText(File).Split(' ')[0] : "?";
}
