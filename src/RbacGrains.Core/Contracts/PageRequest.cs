namespace RbacGrains.Core;

/// <summary>Which part of a list is wanted.</summary>
/// <param name="Size">How many items at most, 1 to <see cref="MaxSize"/>.</param>
/// <param name="Token">The token of the page before; null or empty for the first page.</param>
public sealed record PageRequest(int Size = PageRequest.DefaultSize, string? Token = null)
{
    /// <summary>The size of a page when none is asked for.</summary>
    public const int DefaultSize = 100;

    /// <summary>The largest page.</summary>
    public const int MaxSize = 1000;
}
