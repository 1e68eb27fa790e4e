namespace RbacGrains.Model;

/// <summary>
/// Why a check was answered as it was. <see cref="Admin"/> and <see cref="Granted"/> allow; all others deny, and so does the value that nobody
/// has set.
/// </summary>
public enum DecisionReason
{
    /// <summary>Nothing gives the user the action.</summary>
    NotGranted = 0,

    /// <summary>The user holds an admin role, and the plan allows the action.</summary>
    Admin = 1,

    /// <summary>A role or a grant of the user gives the action.</summary>
    Granted = 2,

    /// <summary>The user is not a member of the organization.</summary>
    NotMember,

    /// <summary>The member is suspended.</summary>
    Suspended,

    /// <summary>The membership has expired.</summary>
    Expired,

    /// <summary>The user was granted the action, but the plan or a gate over the feature closes it.</summary>
    Gated,

    /// <summary>The user holds the action in the organization, but not within the project.</summary>
    OutsideProjectScope,

    /// <summary>A role of the user gives the action under a condition, which does not hold, or of which the check says nothing.</summary>
    ConditionNotMet,
}
