using System.Collections.Immutable;

namespace RbacGrains.Model;

/// <summary>A step of access to an area, standing for the verbs that it allows there.</summary>
/// <param name="Id">Its slug: <c>none</c>, <c>read</c>, <c>edit</c>.</param>
/// <param name="Title">Its name as people write it.</param>
/// <param name="Description">What someone with this level can do, from the page; may be empty.</param>
/// <param name="Verbs">What it allows, including all that lower levels allow. Empty for the lowest.</param>
public sealed record AccessLevel(string Id, string Title, string Description, ImmutableArray<string> Verbs);
