using RbacGrains.Core;
using RbacGrains.Model;

namespace RbacGrains.Api;

/// <summary>The ids that people may sign in with.</summary>
internal static class SignInUser
{
    /// <summary>Why nobody can sign in with an id; null when somebody can.</summary>
    public static string? Obstacle(string? id) =>
        !Identifier.IsValid(id)
            ? $"has to be 1 to {Identifier.MaxLength} characters of A-Z a-z 0-9 . _ : @ + -"
            : id!.StartsWith(ServiceAccountId.Prefix, StringComparison.OrdinalIgnoreCase) ? $"begins with '{ServiceAccountId.Prefix}', which is for service accounts" : null;
}
