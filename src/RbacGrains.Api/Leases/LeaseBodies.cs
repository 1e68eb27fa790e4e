using System.Text.Json.Serialization;

namespace RbacGrains.Api;

/// <summary>What a session is to hold.</summary>
internal sealed class AcquireLeasesBody
{
    /// <summary>Counts the session's requests, from 1.</summary>
    [JsonRequired]
    public long Sequence { get; set; }

    /// <summary>Whose access, and where.</summary>
    public AccessBody?[]? Accesses { get; set; }

    /// <summary>Organizations whose policies are not held yet.</summary>
    public string?[]? Policies { get; set; }
}

/// <summary>Names what a user holds in an organization.</summary>
internal sealed class AccessBody
{
    /// <summary>The user.</summary>
    [JsonRequired]
    public string User { get; set; } = null!;

    /// <summary>The organization.</summary>
    [JsonRequired]
    public string Organization { get; set; } = null!;
}

/// <summary>A renewal.</summary>
internal sealed class RenewLeasesBody
{
    /// <summary>The number of the last drop that was carried out; 0 for none.</summary>
    [JsonRequired]
    public long Acknowledged { get; set; }

    /// <summary>What is held no longer; at most 10,000 ids.</summary>
    public ReleasedBody? Released { get; set; }
}

/// <summary>What is held no longer.</summary>
internal sealed class ReleasedBody
{
    /// <summary>The sequence of the last request that was made then.</summary>
    [JsonRequired]
    public long AsOf { get; set; }

    /// <summary>Users of whom nothing is held.</summary>
    public string?[]? Users { get; set; }

    /// <summary>Organizations whose policies are not held.</summary>
    public string?[]? Organizations { get; set; }
}
