namespace RbacGrains.Model;

/// <summary>A common configuration: area levels that are copied into a member's grants when it is applied.</summary>
/// <param name="Id">The slug of its title: <c>read-only-reviewer</c>.</param>
/// <param name="Title">Its name as on the page.</param>
/// <param name="Grants">The levels that it sets. An area it does not list is <c>none</c>.</param>
public sealed record Preset(string Id, string Title, Grants Grants);
