namespace RbacGrains.Core;

/// <summary>What a put left: the state, and whether it is new.</summary>
/// <param name="Value">The state after the put.</param>
/// <param name="Created">Whether it did not exist before.</param>
public sealed record Put<T>(T Value, bool Created);
