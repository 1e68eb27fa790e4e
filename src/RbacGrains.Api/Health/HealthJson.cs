namespace RbacGrains.Api;

/// <summary>How the service is.</summary>
/// <param name="Status"><c>ok</c>, or <c>unavailable</c>.</param>
/// <param name="Detail">Why it is unavailable; null when it is not.</param>
internal sealed record HealthJson(string Status, string? Detail);
