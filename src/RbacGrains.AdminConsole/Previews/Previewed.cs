namespace RbacGrains.AdminConsole;

/// <summary>Changes as the engine previews them.</summary>
internal static class Previewed
{
    /// <summary>A role as it is to be; whom it takes something from is shown, not refused.</summary>
    public static PreviewedChange Role(RoleDraft draft) => new() { Role = new PreviewedRole(draft.Id) { Put = draft.ToContent(acceptNarrowing: true) } };

    /// <summary>The end of a role.</summary>
    public static PreviewedChange RoleEnd(string role, DeleteRole command) => new() { Role = new PreviewedRole(role) { Delete = command } };

    /// <summary>A group as it is to be.</summary>
    public static PreviewedChange Group(GroupDraft draft) => new() { Group = new PreviewedGroup(draft.Id) { Put = draft.Content } };

    /// <summary>The end of a group.</summary>
    public static PreviewedChange GroupEnd(string group) => new() { Group = new PreviewedGroup(group) { Delete = true } };

    /// <summary>Somebody in a group, or no longer.</summary>
    public static PreviewedChange GroupMember(string group, string user, bool into) =>
        new() { Group = into ? new PreviewedGroup(group) { AddMember = user } : new PreviewedGroup(group) { RemoveMember = user } };
}
