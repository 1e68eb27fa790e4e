namespace RbacGrains.AdminConsole;

/// <summary>Changes as the engine previews them; null for those that it does not preview, whose page then says what it refuses instead.</summary>
internal static class Previewed
{
    /// <summary>A role as it is to be; whom it takes something from is shown, not refused.</summary>
    public static PreviewedChange? Role(RoleDraft draft) => null;

    /// <summary>The end of a role.</summary>
    public static PreviewedChange? RoleEnd(string role, DeleteRole command) => null;

    /// <summary>A group as it is to be.</summary>
    public static PreviewedChange? Group(GroupDraft draft) => null;

    /// <summary>The end of a group.</summary>
    public static PreviewedChange? GroupEnd(string group) => null;
}
