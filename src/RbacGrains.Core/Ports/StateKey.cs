namespace RbacGrains.Core;

/// <summary>Names one state record.</summary>
/// <param name="Kind">What kind of actor owns it: <c>organization</c>, <c>user</c>, <c>invitation</c>, <c>group</c>, <c>page</c>.</param>
/// <param name="Id">The actor's id within its kind, at most 512 characters; compared ordinally.</param>
public readonly record struct StateKey(string Kind, string Id)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Kind}/{Id}";
}
