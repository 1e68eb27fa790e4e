namespace RbacGrains.Core;

/// <summary>The value of a request that answers nothing but its success.</summary>
public sealed record Done
{
    private Done()
    {
    }

    /// <summary>Done.</summary>
    public static Done Instance { get; } = new();
}
