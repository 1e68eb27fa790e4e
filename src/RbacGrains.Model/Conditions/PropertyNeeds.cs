namespace RbacGrains.Model;

/// <summary>Of whom a decision needs properties that may be stored.</summary>
[Flags]
public enum PropertyNeeds
{
    /// <summary>Of nobody.</summary>
    None = 0,

    /// <summary>Of the user.</summary>
    Subject = 1,

    /// <summary>Of the resource.</summary>
    Resource = 2,
}
