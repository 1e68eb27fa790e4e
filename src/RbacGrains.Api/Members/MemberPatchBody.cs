using System.Diagnostics.CodeAnalysis;
using RbacGrains.Core;

namespace RbacGrains.Api;

/// <summary>A merge patch (RFC 7396) of what a member is assigned: what is not given stays, and null takes away.</summary>
internal sealed record MemberPatchBody
{
    /// <summary>Another role.</summary>
    [DisallowNull]
    public string? Role { get; init; }

    /// <summary>Another e-mail address, or none.</summary>
    public Optional<string?> Email { get; init; }

    /// <summary>Levels to set by area or action; null takes one away, or all of them.</summary>
    public Optional<Dictionary<string, string?>?> Grants { get; init; }

    /// <summary>Whether all grants are taken away before <see cref="Grants"/> are set; as <c>"grants":null</c>, for whoever also sets some.</summary>
    public bool ClearGrants { get; init; }

    /// <summary>A common configuration whose levels replace all grants.</summary>
    [DisallowNull]
    public string? Preset { get; init; }

    /// <summary>Ceilings to set by project, each whole; null takes one away, or all of them.</summary>
    public Optional<Dictionary<string, ProjectBody?>?> Projects { get; init; }

    /// <summary>Whether all ceilings are taken away before <see cref="Projects"/> are set.</summary>
    public bool ClearProjects { get; init; }

    /// <summary>Another end, or none.</summary>
    public Optional<DateTimeOffset?> ExpiresAt { get; init; }

    /// <summary>Whether the member is suspended; null is false.</summary>
    public Optional<bool?> Suspended { get; init; }
}
