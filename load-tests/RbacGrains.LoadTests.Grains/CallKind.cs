namespace RbacGrains.LoadTests;

/// <summary>What is called.</summary>
public enum CallKind
{
    /// <summary>A grain that does nothing.</summary>
    NoOp,

    /// <summary>A check, by the grain's own interface.</summary>
    GrainCheck,

    /// <summary>A check, by <see cref="Core.IGrid"/>, as applications ask for it.</summary>
    Check,
}
