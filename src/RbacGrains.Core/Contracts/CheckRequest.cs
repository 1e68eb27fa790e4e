namespace RbacGrains.Core;

/// <summary>One check of a user.</summary>
/// <param name="Organization">Where.</param>
/// <param name="Action">What, as <c>resource:verb</c>; or an area at a level, <c>knowledge/faqs@edit</c>.</param>
/// <param name="Project">Within which project; null for the organization itself.</param>
public readonly record struct CheckRequest(string Organization, string Action, string? Project);
