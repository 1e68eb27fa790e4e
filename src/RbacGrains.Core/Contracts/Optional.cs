namespace RbacGrains.Core;

/// <summary>A value that may have been left out, where null means something of its own.</summary>
/// <param name="IsGiven">Whether there is one.</param>
/// <param name="Value">The value; means nothing when none was given.</param>
public readonly record struct Optional<T>(bool IsGiven, T Value)
{
    /// <summary>A given value.</summary>
    public static implicit operator Optional<T>(T value) => new(true, value);

    /// <summary>The given value, or another one where none was given.</summary>
    public T Or(T other) => IsGiven ? Value : other;
}
