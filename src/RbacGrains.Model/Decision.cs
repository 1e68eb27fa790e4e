namespace RbacGrains.Model;

/// <summary>The answer to one check, with the versions of the two values that made it.</summary>
/// <param name="Reason">Why; it alone says whether the answer is allow or deny.</param>
/// <param name="PolicyVersion">The version of the organization's policy that was judged by; 0 when there was none.</param>
/// <param name="AccessVersion">The version of the user's access that was judged; 0 when the user is no member.</param>
public readonly record struct Decision(DecisionReason Reason, long PolicyVersion, long AccessVersion)
{
    /// <summary>Whether the action is allowed.</summary>
    public bool Allowed => Reason is DecisionReason.Admin or DecisionReason.Granted;

    /// <summary>The denial of somebody who is not a member.</summary>
    public static Decision NotMember(long policyVersion) => new(DecisionReason.NotMember, policyVersion, 0);
}
