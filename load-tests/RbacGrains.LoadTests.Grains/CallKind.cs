namespace RbacGrains.LoadTests;

/// <summary>What is called.</summary>
public enum CallKind
{
    /// <summary>A grain that does nothing, found by <c>GetGrain</c> for each call, as applications call grains.</summary>
    NoOp,

    /// <summary>A check by <see cref="Core.IGrid"/>, as applications ask for it.</summary>
    Check,

    /// <summary>A grain that does nothing, by a reference that is kept.</summary>
    KeptNoOp,

    /// <summary>A check by the grain's own interface and a reference that is kept.</summary>
    KeptCheck,
}
