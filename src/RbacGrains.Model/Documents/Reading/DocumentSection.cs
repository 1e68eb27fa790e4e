using System.Collections.Immutable;

namespace RbacGrains.Model;

/// <summary>A kind of mapping in a document: what a message calls it, and the keys it must and may have.</summary>
/// <param name="Noun">What it is called: <c>role</c>.</param>
/// <param name="Required">The keys that it must have.</param>
/// <param name="Optional">The keys that it may have.</param>
/// <param name="NamedBy">The keys whose value tells one of its kind from another, best first.</param>
internal sealed record DocumentSection(
    string Noun, ImmutableArray<string> Required, ImmutableArray<string> Optional, ImmutableArray<string> NamedBy)
{
    public ImmutableArray<string> Keys { get; } = [.. Required, .. Optional];
}
