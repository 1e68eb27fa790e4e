using RbacGrains.Core;
using RbacGrains.Model;

namespace RbacGrains.Api;

/// <summary>Whether the ids of a check are ids at all; an actor is never made for anything else.</summary>
internal static class CheckIds
{
    /// <summary>The first mistake, or null.</summary>
    public static Error? Mistake(CheckBody check) =>
        !Identifier.IsValid(check.Organization) ? Errors.InvalidId("an organization", check.Organization).At("/organization")
        : !Identifier.IsValid(check.User) ? Errors.InvalidId("a user", check.User).At("/user")
        : check.Project is not null && !Identifier.IsValid(check.Project) ? Errors.InvalidId("a project", check.Project).At("/project")
        : null;
}
