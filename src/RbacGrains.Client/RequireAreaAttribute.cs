namespace RbacGrains.Client;

/// <summary>Whoever calls what it stands on must hold a level in an area: everything that the level stands for there.</summary>
/// <param name="area">The area or sub-area, such as <c>knowledge/faqs</c>.</param>
/// <param name="level">The level; <see cref="Level"/> has those of the shipped models.</param>
public sealed class RequireAreaAttribute(string area, string level) : RequireActionAttribute($"{area}@{level}");
