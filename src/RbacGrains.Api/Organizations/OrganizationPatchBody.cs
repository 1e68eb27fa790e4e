using System.Diagnostics.CodeAnalysis;

namespace RbacGrains.Api;

/// <summary>A merge patch (RFC 7396) of an organization: what is not given stays.</summary>
internal sealed record OrganizationPatchBody
{
    /// <summary>Another name.</summary>
    [DisallowNull]
    public string? Name { get; init; }

    /// <summary>Another plan.</summary>
    [DisallowNull]
    public string? Plan { get; init; }

    /// <summary>Other settings.</summary>
    [DisallowNull]
    public SettingsPatchBody? Settings { get; init; }

    /// <summary>Which role members get instead of one that the new plan does not offer.</summary>
    [DisallowNull]
    public Dictionary<string, string>? Reassign { get; init; }
}
