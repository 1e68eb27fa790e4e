namespace RbacGrains.Benchmarks;

/// <summary>How to measure.</summary>
/// <param name="Quick">Whether a rough answer is enough.</param>
/// <param name="Output">Where results are written.</param>
internal sealed record Settings(bool Quick, string Output)
{
    /// <summary>Reads the command line.</summary>
    public static Settings Read(string[] args)
    {
        var output = Path.GetFullPath(Value(args, "--out") ?? "benchmark-results");
        Directory.CreateDirectory(output);
        return new Settings(args.Contains("--quick"), output);
    }

    /// <summary>What stands behind a word on the command line; null where it does not occur.</summary>
    public static string? Value(string[] args, string name) =>
        Array.IndexOf(args, name) is >= 0 and var place && place + 1 < args.Length ? args[place + 1] : null;
}
