using System.Collections.Immutable;

namespace RbacGrains.Model;

/// <summary>Something outside the areas on which verbs are allowed one by one.</summary>
/// <param name="Id">Its slug, such as <c>api_keys</c>.</param>
/// <param name="Verbs">Its verbs in document order; each makes one action, <c>api_keys:delete</c>.</param>
public sealed record Resource(string Id, ImmutableArray<string> Verbs);
