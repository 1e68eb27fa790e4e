namespace RbacGrains.Api;

/// <summary>All that a member is to be assigned.</summary>
internal sealed record MemberBody
{
    /// <summary>The role; the model's default one when not given.</summary>
    public string? Role { get; init; }

    /// <summary>The member's e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>Levels by area, and <c>allow</c> by action.</summary>
    public Dictionary<string, string>? Grants { get; init; }

    /// <summary>A common configuration, beneath the grants.</summary>
    public string? Preset { get; init; }

    /// <summary>Ceilings by project; <c>*</c> stands for every other project.</summary>
    public Dictionary<string, ProjectBody?>? Projects { get; init; }

    /// <summary>When it ends.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Whether the member is suspended.</summary>
    public bool? Suspended { get; init; }
}
