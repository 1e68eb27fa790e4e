namespace RbacGrains.Model;

/// <summary>How the level of an area bears on its sub-areas.</summary>
public enum Inheritance
{
    /// <summary>
    /// A sub-area follows its parent unless it is set lower; it can never have more
    /// (seed: "Sub-section permissions can be more restrictive than the parent, but not less restrictive").
    /// </summary>
    Cap,

    /// <summary>Setting a parent sets all its sub-areas at that moment; afterwards each can be set freely, above the parent too.</summary>
    Cascade,
}
