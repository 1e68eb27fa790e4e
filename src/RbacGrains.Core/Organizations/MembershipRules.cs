using System.Collections.Immutable;
using RbacGrains.Model;

namespace RbacGrains.Core;

/// <summary>Whether an assignment means something under a policy, and the access that it makes.</summary>
internal static class MembershipRules
{
    /// <summary>The most projects in which one member can have a ceiling.</summary>
    public const int MaxProjects = 1000;

    /// <summary>The access of a whole assignment.</summary>
    public static Result<Access> Assign(Policy policy, MemberAssignment assignment, DateTimeOffset now)
    {
        if (Role(policy, assignment.Role ?? policy.Model.DefaultRole, "/role") is { } roleError) return roleError;
        if (Expiry(assignment.ExpiresAt, now) is { } expiryError) return expiryError;
        var grants = GrantRules.Fill(policy.Model, assignment.Preset, assignment.Grants, "");
        if (!grants.Succeeded) return grants.Error;
        var projects = Projects(policy, assignment.Projects);
        if (!projects.Succeeded) return projects.Error;
        return new Access
        {
            Role = assignment.Role ?? policy.Model.DefaultRole!,
            Grants = grants.Value,
            Projects = projects.Value,
            ExpiresAt = assignment.ExpiresAt,
            Suspended = assignment.Suspended,
        };
    }

    /// <summary>The access after a change.</summary>
    public static Result<Access> Patch(Policy policy, Access present, MemberPatch patch, DateTimeOffset now)
    {
        if (patch.Role is not null && Role(policy, patch.Role, "/role") is { } roleError) return roleError;
        if (patch.ExpiresAt.IsGiven && Expiry(patch.ExpiresAt.Value, now) is { } expiryError) return expiryError;
        var grants = GrantRules.Patch(policy.Model, present.Grants, patch);
        if (!grants.Succeeded) return grants.Error;
        var projects = PatchProjects(policy, present.Projects, patch);
        if (!projects.Succeeded) return projects.Error;
        return present with
        {
            Role = patch.Role ?? present.Role,
            Grants = grants.Value,
            Projects = projects.Value,
            ExpiresAt = patch.ExpiresAt.Or(present.ExpiresAt),
            Suspended = patch.Suspended ?? present.Suspended,
        };
    }

    /// <summary>What stands against a role's being held; null when nothing does.</summary>
    public static Error? Role(Policy policy, string? role, string pointer)
    {
        if (role is null)
            return new Error(
                ErrorKind.Invalid,
                ErrorCodes.RoleRequired,
                $"A role is required: {string.Join(", ", policy.Roles.Select(known => known.Id))}.",
                pointer);
        if (policy.FindRole(role) is not { } found)
            return Errors.Unknown(ErrorCodes.UnknownRole, "role", role, policy.Roles.Select(known => known.Id), pointer);
        return found.IsOfferedBy(policy.Plan.Id)
            ? null
            : new Error(
                ErrorKind.Conflict,
                ErrorCodes.RoleNotInPlan,
                $"The plan '{policy.Plan.Id}' does not offer the role '{role}'; it needs {string.Join(" or ", found.Plans)}.",
                pointer);
    }

    private static Error? Expiry(DateTimeOffset? expiresAt, DateTimeOffset now) =>
        expiresAt <= now ? Errors.InvalidValue("'expires_at' lies in the past; remove the member instead.", "/expires_at") : null;

    private static Result<ImmutableArray<ProjectScope>> PatchProjects(
        Policy policy, ImmutableArray<ProjectScope> present, MemberPatch patch)
    {
        if (patch is { ClearProjects: false, Projects.IsEmpty: true }) return present;
        var changed = patch.Projects.Where(pair => pair.Value is not null).Select(pair => pair.Value! with { Project = pair.Key });
        var projects = Projects(policy, [.. changed]);
        if (!projects.Succeeded) return projects.Error;
        var kept = patch.ClearProjects ? [] : present.Where(scope => !patch.Projects.ContainsKey(scope.Project));
        var merged = Sorted(kept.Concat(projects.Value));
        return merged.Length > MaxProjects ? TooManyProjects() : merged;
    }

    private static Result<ImmutableArray<ProjectScope>> Projects(Policy policy, ImmutableArray<ProjectAssignment> assignments)
    {
        if (assignments.Length > MaxProjects) return TooManyProjects();
        var scopes = ImmutableArray.CreateBuilder<ProjectScope>(assignments.Length);
        foreach (var assignment in assignments)
        {
            var pointer = $"/projects/{assignment.Project.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";
            if (assignment.Project != ProjectScope.Others && !Identifier.IsValid(assignment.Project))
                return Errors.InvalidId("a project", assignment.Project).At(pointer);
            if (assignment.Role is not null && Role(policy, assignment.Role, $"{pointer}/role") is { } roleError) return roleError;
            var grants = GrantRules.Fill(policy.Model, assignment.Preset, assignment.Grants, pointer);
            if (!grants.Succeeded) return grants.Error;
            scopes.Add(new ProjectScope
            {
                Project = assignment.Project,
                Role = assignment.Role,
                Grants = grants.Value,
                ExpiresAt = assignment.ExpiresAt,
            });
        }
        var sorted = Sorted(scopes);
        for (var index = 1; index < sorted.Length; index++)
            if (sorted[index].Project == sorted[index - 1].Project)
                return Errors.InvalidValue("A project has one ceiling.", $"/projects/{sorted[index].Project}");
        return sorted;
    }

    private static ImmutableArray<ProjectScope> Sorted(IEnumerable<ProjectScope> scopes) =>
        [.. scopes.OrderBy(scope => scope.Project, StringComparer.Ordinal)];

    private static Error TooManyProjects() => Errors.InvalidValue($"A member has ceilings in at most {MaxProjects} projects.", "/projects");
}
