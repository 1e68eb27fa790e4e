using System.Collections.Immutable;

namespace RbacGrains.Model;

/// <summary>
/// A ceiling over actions: whoever is granted one of them can use it only on one of the plans and in one of the roles.
/// A gate never grants.
/// </summary>
/// <param name="Id">Its slug: <c>studio-assistant</c>.</param>
/// <param name="Title">The feature's name as on the page.</param>
/// <param name="Actions">The actions that it closes, by name.</param>
/// <param name="Plans">The plans that open it; empty when every plan does.</param>
/// <param name="Roles">The roles that it opens for; empty when it opens for every role.</param>
public sealed record Gate(
    string Id,
    string Title,
    ImmutableArray<string> Actions,
    ImmutableArray<string> Plans,
    ImmutableArray<string> Roles);
