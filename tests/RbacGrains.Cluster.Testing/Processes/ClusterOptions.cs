namespace RbacGrains.Cluster.Testing;

/// <summary>How a cluster of processes is set up; the silos' own defaults unless it says otherwise.</summary>
internal sealed record ClusterOptions
{
    /// <summary>How many silos.</summary>
    public int Silos { get; init; } = 3;

    /// <summary>How long a silo serves on after SIGTERM while it says that it is not ready any more.</summary>
    public TimeSpan DrainDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Settings of the silos beside those, as environment variables.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();
}
