using System.Collections.Immutable;

namespace RbacGrains.Core;

/// <summary>Part of a list.</summary>
/// <param name="Items">The items, in the list's order.</param>
/// <param name="NextToken">Asks for what follows; empty at the end of the list.</param>
public sealed record Page<T>(ImmutableArray<T> Items, string NextToken);
