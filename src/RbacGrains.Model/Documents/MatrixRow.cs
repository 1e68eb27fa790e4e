using System.Collections.Immutable;

namespace RbacGrains.Model;

/// <summary>A row of the page's role table: the page's words and the actions they stand for.</summary>
/// <param name="Row">The words, exactly as on the page.</param>
/// <param name="Actions">The actions; a role has the row when it holds every one of them.</param>
public sealed record MatrixRow(string Row, ImmutableArray<string> Actions);
