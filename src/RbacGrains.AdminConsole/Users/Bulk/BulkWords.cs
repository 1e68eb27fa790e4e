using System.Globalization;

namespace RbacGrains.AdminConsole;

/// <summary>Says what is done to several members.</summary>
internal static class BulkWords
{
    /// <summary>What can be chosen: "Change role".</summary>
    public static string Title(BulkKind kind) => kind switch
    {
        BulkKind.Role => "Change role",
        BulkKind.Preset => "Apply a preset",
        BulkKind.Join => "Add to a group",
        BulkKind.Part => "Take out of a group",
        BulkKind.Expiry => "Set when access ends",
        BulkKind.Suspend => "Suspend",
        BulkKind.Reactivate => "Reactivate",
        BulkKind.Remove => "Remove from the organization",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A change without words."),
    };

    /// <summary>What it means for those whom it is made to.</summary>
    public static string Meaning(BulkKind kind) => kind switch
    {
        BulkKind.Role => "They get this role in place of the one they have. What is granted beside it stays.",
        BulkKind.Preset => "Its levels replace all that is granted to them beside their role.",
        BulkKind.Join => "They hold what the group gives, beside what they are assigned themselves.",
        BulkKind.Part => "They no longer hold what the group gives. What they are assigned themselves stays.",
        BulkKind.Expiry => "From that moment on they hold nothing, until you set another one.",
        BulkKind.Suspend => "They hold nothing until you reactivate them. What they are assigned is kept.",
        BulkKind.Reactivate => "They hold again what they are assigned.",
        BulkKind.Remove => "They are no members any more, and what they are assigned is gone. They can be invited again.",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A change without words."),
    };

    /// <summary>What is about to be done, on the button that does it: "Suspend 12 users".</summary>
    public static string Button(BulkAction action, int? count)
    {
        var whom = count is { } known ? $"{Number(known)} user{(known == 1 ? "" : "s")}" : "all that match";
        return action.Kind switch
        {
            BulkKind.Suspend => $"Suspend {whom}",
            BulkKind.Reactivate => $"Reactivate {whom}",
            BulkKind.Remove => $"Remove {whom}",
            _ => $"Change {whom}",
        };
    }

    /// <summary>The word for so many of them.</summary>
    public static string Users(int count) => count == 1 ? "user" : "users";

    /// <summary>A number with its thousands told apart.</summary>
    public static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
