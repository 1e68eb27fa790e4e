namespace RbacGrains.Api;

/// <summary>A ceiling inside one project.</summary>
internal sealed record ProjectBody
{
    /// <summary>A role that bounds the member there.</summary>
    public string? Role { get; init; }

    /// <summary>Grants that bound the member there.</summary>
    public Dictionary<string, string>? Grants { get; init; }

    /// <summary>A common configuration that bounds the member there, beneath the grants.</summary>
    public string? Preset { get; init; }

    /// <summary>When the project is closed to the member.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}
