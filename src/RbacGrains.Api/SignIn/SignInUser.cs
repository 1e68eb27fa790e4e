using RbacGrains.Model;

namespace RbacGrains.Api;

/// <summary>The ids that people may sign in with.</summary>
internal static class SignInUser
{
    /// <summary>What the ids of service accounts begin with; nobody signs in as one.</summary>
    public const string Reserved = "svc:";

    /// <summary>Why nobody can sign in with an id; null when somebody can.</summary>
    public static string? Obstacle(string? id) =>
        !Identifier.IsValid(id)
            ? $"has to be 1 to {Identifier.MaxLength} characters of A-Z a-z 0-9 . _ : @ + -"
            : id!.StartsWith(Reserved, StringComparison.OrdinalIgnoreCase) ? $"begins with '{Reserved}', which is for service accounts" : null;
}
