using System.Buffers.Text;
using RbacGrains.Model;

namespace RbacGrains.Api;

/// <summary>A decision as JSON. Nothing is written more often, and none of its words and numbers ever needs escaping.</summary>
internal static class DecisionText
{
    /// <summary>No decision takes more bytes.</summary>
    public const int MostBytes = 160;

    /// <summary>Writes a decision.</summary>
    /// <returns>How many bytes it takes.</returns>
    public static int Write(Decision decision, Span<byte> to)
    {
        var start = Start(decision.Reason);
        start.CopyTo(to);
        var written = start.Length;
        Utf8Formatter.TryFormat(decision.PolicyVersion, to[written..], out var digits);
        written += digits;
        var middle = ",\"access_version\":"u8;
        middle.CopyTo(to[written..]);
        written += middle.Length;
        Utf8Formatter.TryFormat(decision.AccessVersion, to[written..], out digits);
        written += digits;
        to[written] = (byte)'}';
        return written + 1;
    }

    private static ReadOnlySpan<byte> Start(DecisionReason reason) => reason switch
    {
        DecisionReason.Admin => """{"allowed":true,"reason":"admin","policy_version":"""u8,
        DecisionReason.Granted => """{"allowed":true,"reason":"granted","policy_version":"""u8,
        DecisionReason.NotGranted => """{"allowed":false,"reason":"not_granted","policy_version":"""u8,
        DecisionReason.NotMember => """{"allowed":false,"reason":"not_member","policy_version":"""u8,
        DecisionReason.Suspended => """{"allowed":false,"reason":"suspended","policy_version":"""u8,
        DecisionReason.Expired => """{"allowed":false,"reason":"expired","policy_version":"""u8,
        DecisionReason.Gated => """{"allowed":false,"reason":"gated","policy_version":"""u8,
        DecisionReason.OutsideProjectScope => """{"allowed":false,"reason":"outside_project_scope","policy_version":"""u8,
        DecisionReason.ConditionNotMet => """{"allowed":false,"reason":"condition_not_met","policy_version":"""u8,
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "A decision for an unknown reason."),
    };
}
