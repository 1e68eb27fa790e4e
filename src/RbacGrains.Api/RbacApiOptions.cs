namespace RbacGrains.Api;

/// <summary>How the API is served. Bound to the configuration section <c>Rbac</c> by the programs.</summary>
public sealed class RbacApiOptions
{
    /// <summary>The most characters that any key has.</summary>
    public const int MostKeyCharacters = 256;

    /// <summary>The most checks in one batch.</summary>
    public const int MostChecks = 10_000;

    /// <summary>The most levels of objects and lists that a body may nest.</summary>
    public const int MostDepth = 32;

    /// <summary>The key that may do everything, 1 to 256 characters. Default: none, and every call is refused.</summary>
    public string? RootKey { get; set; }

    /// <summary>
    /// The address under which clients reach the service, such as <c>https://rbac.example.com</c>, without query or fragment: what the AuthZEN
    /// metadata says. Default: none, and the metadata says the address at which it was asked for.
    /// </summary>
    public string? PublicUrl { get; set; }

    /// <summary>The largest ordinary body in bytes. Default: 1 MiB.</summary>
    public int MaxBodyBytes { get; set; } = 1024 * 1024;

    /// <summary>The largest body of a batch of checks in bytes. Default: 16 MiB.</summary>
    public int MaxBatchBytes { get; set; } = 16 * 1024 * 1024;
}
