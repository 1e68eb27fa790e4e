namespace RbacGrains.Grains;

/// <summary>The stable codes of denials that never became a decision. A code is never renamed or given another meaning.</summary>
public static class CallDenialCodes
{
    /// <summary>The call of a guarded grain names no acting user.</summary>
    public const string NoActingUser = "no_acting_user";

    /// <summary>The call of a guarded grain is in no organization that could be known.</summary>
    public const string NoOrganization = "no_organization";
}
