namespace RbacGrains.Api;

/// <summary>A key that may call the service.</summary>
/// <param name="Name">What it is called in logs; never the key itself.</param>
/// <param name="MayActForUsers">Whether its calls may name the user on whose behalf they are made.</param>
public sealed record ApiKey(string Name, bool MayActForUsers)
{
    /// <summary>The one organization that its calls see; null for a key that sees all.</summary>
    public string? Organization { get; init; }

    /// <summary>The service account as which its calls are judged when they name nobody; null for the service itself.</summary>
    public string? ServiceAccount { get; init; }
}
