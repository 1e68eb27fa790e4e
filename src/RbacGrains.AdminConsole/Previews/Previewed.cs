namespace RbacGrains.AdminConsole;

/// <summary>Changes as the engine previews them.</summary>
internal static class Previewed
{
    /// <summary>A role as it is to be; whom it takes something from is shown, not refused.</summary>
    public static PreviewedChange? Role(RoleDraft draft) => null;

    /// <summary>The end of a role.</summary>
    public static PreviewedChange? RoleEnd(string role, DeleteRole command) => null;
}
