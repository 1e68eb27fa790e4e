namespace RbacGrains.Api;

/// <summary>A row of a role table: the page's words, the actions they stand for, and which role holds them all.</summary>
internal sealed record MatrixRowJson(string Row, IReadOnlyList<string> Actions, IReadOnlyDictionary<string, bool> Roles);
