using System.Collections.Immutable;
using RbacGrains.Core;

namespace RbacGrains.Api;

/// <summary>What the bodies of member requests ask an organization for.</summary>
internal static class Assignments
{
    /// <summary>A whole assignment.</summary>
    /// <param name="body">What is sent.</param>
    /// <param name="pointer">Where it is in the request's body.</param>
    public static MemberAssignment Of(MemberBody body, string pointer = "") => new()
    {
        Role = body.Role,
        Email = body.Email,
        Preset = body.Preset,
        Grants = GrantsJson.Read(body.Grants, pointer + "/grants"),
        Projects = [.. (body.Projects ?? []).Select(project =>
            Of(project.Key, project.Value ?? throw NullProject(project.Key, pointer), pointer))],
        ExpiresAt = body.ExpiresAt,
        Suspended = body.Suspended ?? false,
    };

    /// <summary>A change of an assignment.</summary>
    /// <inheritdoc cref="Of(MemberBody, string)"/>
    public static MemberPatch Of(MemberPatchBody body, string pointer = "") => new()
    {
        Role = body.Role,
        Preset = body.Preset,
        Email = body.Email,
        ClearGrants = body.ClearGrants || body.Grants is { IsGiven: true, Value: null },
        Grants = (body.Grants.Or([]) ?? []).ToImmutableSortedDictionary(StringComparer.Ordinal),
        ClearProjects = body.ClearProjects || body.Projects is { IsGiven: true, Value: null },
        Projects = (body.Projects.Or([]) ?? []).ToImmutableSortedDictionary(
            project => project.Key,
            project => project.Value is null ? null : Of(project.Key, project.Value, pointer),
            StringComparer.Ordinal),
        ExpiresAt = body.ExpiresAt,
        Suspended = body.Suspended.IsGiven ? body.Suspended.Value ?? false : null,
    };

    private static ProjectAssignment Of(string project, ProjectBody body, string pointer) => new()
    {
        Project = project,
        Role = body.Role,
        Preset = body.Preset,
        Grants = GrantsJson.Read(body.Grants, pointer + JsonPointer.To("projects", project, "grants")),
        ExpiresAt = body.ExpiresAt,
    };

    private static RequestException NullProject(string project, string pointer) => new(Problem.BadRequest(
        ProblemCodes.InvalidType, "This has to be an object, and is null. Leave out projects without a ceiling.",
        pointer + JsonPointer.To("projects", project)));
}
