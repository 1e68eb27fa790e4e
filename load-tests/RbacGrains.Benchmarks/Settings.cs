namespace RbacGrains.Benchmarks;

/// <summary>How to measure.</summary>
/// <param name="Quick">Whether a rough answer is enough.</param>
/// <param name="Output">Where results are written.</param>
internal sealed record Settings(bool Quick, string Output)
{
    /// <summary>Reads the command line.</summary>
    public static Settings Read(string[] args)
    {
        var output = Path.GetFullPath(Find(args, "--out") ?? "benchmark-results");
        Directory.CreateDirectory(output);
        return new Settings(args.Contains("--quick"), output);
    }

    /// <summary>What follows a switch; null where it is not given.</summary>
    public static string? Find(string[] args, string name)
    {
        var place = Array.IndexOf(args, name);
        return place >= 0 && place + 1 < args.Length ? args[place + 1] : null;
    }
}
