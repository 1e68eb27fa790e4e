using System.Text.Json.Serialization;
using RbacGrains.Core;

namespace RbacGrains.Api;

/// <summary>Asks for an API key.</summary>
internal sealed record CreateApiKeyBody
{
    /// <summary>What people call it; the name of its service account, too, when one is made.</summary>
    [JsonRequired]
    public string Name { get; init; } = null!;

    /// <summary>The service account to which the key is added; one is made when not given.</summary>
    public string? ServiceAccount { get; init; }

    /// <summary>The role of the account that is made; the model's default one when not given.</summary>
    public string? Role { get; init; }

    /// <summary>Levels by area, and <c>allow</c> by action.</summary>
    public Dictionary<string, string>? Grants { get; init; }

    /// <summary>A common configuration, beneath the grants.</summary>
    public string? Preset { get; init; }

    /// <summary>Ceilings by project; <c>*</c> stands for every other project.</summary>
    public Dictionary<string, ProjectBody?>? Projects { get; init; }

    /// <summary>How long the key is good: seconds, or <c>"90d"</c>, <c>"P90D"</c>; for as long as it is there when not given.</summary>
    public TimeSpan? ExpiresIn { get; init; }

    /// <summary>Whether calls with it may name the user on whose behalf they are made.</summary>
    public bool? ActsForUsers { get; init; }

    /// <summary>What it asks an organization for.</summary>
    public CreateApiKey Command()
    {
        var assignment = Assignments.Of(new MemberBody { Grants = Grants, Projects = Projects });
        return new CreateApiKey
        {
            Name = Name,
            ServiceAccount = ServiceAccount,
            Role = Role,
            Preset = Preset,
            Grants = assignment.Grants,
            Projects = assignment.Projects,
            ExpiresIn = ExpiresIn,
            ActsForUsers = ActsForUsers ?? false,
        };
    }
}

/// <summary>Asks for another secret of an API key.</summary>
internal sealed record RotateApiKeyBody
{
    /// <summary>How long the present secret still works, at most 7 days: seconds, or <c>"12h"</c>; it ends at once when not given.</summary>
    public TimeSpan? Grace { get; init; }

    /// <summary>How long the key is good from now on; as before when not given.</summary>
    public TimeSpan? ExpiresIn { get; init; }
}
