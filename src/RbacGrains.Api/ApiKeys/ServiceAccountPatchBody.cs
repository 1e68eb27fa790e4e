using System.Diagnostics.CodeAnalysis;
using RbacGrains.Core;

namespace RbacGrains.Api;

/// <summary>A merge patch (RFC 7396) of a service account: what is not given stays, and null takes away.</summary>
internal sealed record ServiceAccountPatchBody
{
    /// <summary>Another name.</summary>
    [DisallowNull]
    public string? Name { get; init; }

    /// <summary>Another role.</summary>
    [DisallowNull]
    public string? Role { get; init; }

    /// <summary>Levels to set by area or action; null takes one away, or all of them.</summary>
    public Optional<Dictionary<string, string?>?> Grants { get; init; }

    /// <summary>Whether all grants are taken away before <see cref="Grants"/> are set.</summary>
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

    /// <summary>Whether the account is suspended; null is false.</summary>
    public Optional<bool?> Suspended { get; init; }

    /// <summary>What it asks an organization for.</summary>
    public ServiceAccountPatch Command()
    {
        var patch = new MemberPatchBody
        {
            Grants = Grants,
            ClearGrants = ClearGrants,
            Projects = Projects,
            ClearProjects = ClearProjects,
            ExpiresAt = ExpiresAt,
            Suspended = Suspended,
        };
        return new ServiceAccountPatch { Name = Name, Access = Assignments.Of(patch) with { Role = Role, Preset = Preset } };
    }
}
