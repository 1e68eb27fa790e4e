namespace RbacGrains.AdminConsole;

/// <summary>What can be done to several members at once.</summary>
public enum BulkKind
{
    /// <summary>Gives them a role.</summary>
    Role,

    /// <summary>Replaces their grants by a preset's.</summary>
    Preset,

    /// <summary>Takes them into a group.</summary>
    Join,

    /// <summary>Takes them out of a group.</summary>
    Part,

    /// <summary>Sets until when they have access, or that it has no end.</summary>
    Expiry,

    /// <summary>Suspends them.</summary>
    Suspend,

    /// <summary>Ends their suspension.</summary>
    Reactivate,

    /// <summary>Removes them.</summary>
    Remove,
}
