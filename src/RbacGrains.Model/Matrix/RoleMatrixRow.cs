using System.Collections.Immutable;

namespace RbacGrains.Model;

/// <summary>One row of a <see cref="RoleMatrix"/>.</summary>
/// <param name="Row">The page's words.</param>
/// <param name="Actions">The actions that they stand for.</param>
/// <param name="Roles">Each role's id with whether it holds all of them, in the order of the columns.</param>
public sealed record RoleMatrixRow(
    string Row, ImmutableArray<string> Actions, ImmutableArray<KeyValuePair<string, bool>> Roles);
