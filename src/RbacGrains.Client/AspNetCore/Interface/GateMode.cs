namespace RbacGrains.Client;

/// <summary>What becomes of a part of the interface that a user may not use.</summary>
public enum GateMode
{
    /// <summary>It is not there.</summary>
    Hide,

    /// <summary>It is there, and cannot be operated.</summary>
    Disable,
}
