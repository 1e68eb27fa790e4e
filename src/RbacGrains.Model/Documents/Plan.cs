namespace RbacGrains.Model;

/// <summary>What an organization has subscribed to. Roles and gates say which plans offer them.</summary>
/// <param name="Id">Its slug: <c>free</c>, <c>enterprise</c>.</param>
/// <param name="Title">Its name as people write it.</param>
public sealed record Plan(string Id, string Title);
