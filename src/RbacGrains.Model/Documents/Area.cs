using System.Collections.Immutable;

namespace RbacGrains.Model;

/// <summary>A part of the product to which people have a level of access; a sub-area is an area within one.</summary>
/// <param name="Id">Its slug; a sub-area's is <c>parent/sub-area</c>.</param>
/// <param name="Title">Its name as on the page.</param>
/// <param name="Description">What it controls, from the page; may be empty.</param>
/// <param name="ParentId">The area it is a sub-area of, or null.</param>
/// <param name="SharedBy">
/// Full ids of things that share this one permission: each is another name for this area in an action, such as
/// <c>messaging/widget-settings</c> for <c>messaging/chat</c>.
/// </param>
/// <param name="SubAreas">Its sub-areas in the page's order; empty for a sub-area.</param>
public sealed record Area(
    string Id,
    string Title,
    string Description,
    string? ParentId,
    ImmutableArray<string> SharedBy,
    ImmutableArray<Area> SubAreas);
