namespace RbacGrains.Api;

/// <summary>The answers to many checks, in order.</summary>
internal sealed record BatchJson(IReadOnlyList<CheckJson> Results);
