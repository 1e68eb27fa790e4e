namespace RbacGrains.Api;

/// <summary>Who calls.</summary>
/// <param name="User">The user; null for the service itself.</param>
/// <param name="SignedInBy">How: <c>key</c>, <c>provider</c> or <c>development</c>.</param>
/// <param name="Organizations">The ids of the organizations of which the user is a member.</param>
internal sealed record MeJson(string? User, string SignedInBy, IReadOnlyList<string> Organizations);
