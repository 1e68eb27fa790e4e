using RbacGrains.Model;

namespace RbacGrains.Api;

/// <summary>What the reasons of decisions are called on the wire.</summary>
internal static class Reasons
{
    /// <summary>The word for a reason.</summary>
    public static string Word(DecisionReason reason) => reason switch
    {
        DecisionReason.Admin => "admin",
        DecisionReason.Granted => "granted",
        DecisionReason.NotGranted => "not_granted",
        DecisionReason.NotMember => "not_member",
        DecisionReason.Suspended => "suspended",
        DecisionReason.Expired => "expired",
        DecisionReason.Gated => "gated",
        DecisionReason.OutsideProjectScope => "outside_project_scope",
        DecisionReason.ConditionNotMet => "condition_not_met",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "A decision for an unknown reason."),
    };
}
