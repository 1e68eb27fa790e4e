namespace RbacGrains.Benchmarks;

/// <summary>Where the others and our own program are.</summary>
/// <param name="Script">The program that runs the engines in Node.</param>
/// <param name="Packages">The folder into which the packages are installed.</param>
/// <param name="Program">The Standalone program.</param>
internal sealed record BesideSettings(string Script, string Packages, string Program)
{
    /// <summary>Cerbos's server.</summary>
    public string Cerbos => Path.Combine(Packages, "node_modules", "@cerbos", "cerbos-linux-x64", "cerbos-linux-x64");

    /// <summary>Reads the command line.</summary>
    public static BesideSettings Read(string[] args)
    {
        return new BesideSettings(Value("--script"), Value("--packages"), Value("--program"));

        string Value(string name) => Settings.Value(args, name) is { } value
            ? Path.GetFullPath(value)
            : throw new ArgumentException($"'{name}' is missing; load-tests/beside/run.sh knows all of them.");
    }
}
