namespace RbacGrains.Client;

/// <summary>Accesses that are being asked for, and what was dropped of them meanwhile.</summary>
/// <param name="Sequence">The number of the request.</param>
/// <param name="Keys">What is asked for.</param>
internal sealed record FetchBatch(long Sequence, List<AccessKey> Keys)
{
    /// <summary>The users that it is about.</summary>
    public HashSet<string> Users { get; } = Keys.Select(key => key.User).ToHashSet(StringComparer.Ordinal);

    /// <summary>The organizations that it is about.</summary>
    public HashSet<string> Organizations { get; } = Keys.Select(key => key.Organization).ToHashSet(StringComparer.Ordinal);

    /// <summary>Users that were dropped while it was on its way: what it brings of them may be older than the change.</summary>
    public HashSet<string> DroppedUsers { get; } = new(StringComparer.Ordinal);

    /// <summary>Organizations whose policies were dropped while it was on its way.</summary>
    public HashSet<string> DroppedOrganizations { get; } = new(StringComparer.Ordinal);

    /// <summary>Notes a drop.</summary>
    public void Note(LeaseDrop drop)
    {
        if (drop.Kind == LeaseKind.User && Users.Contains(drop.Id)) DroppedUsers.Add(drop.Id);
        else if (drop.Kind == LeaseKind.Organization && Organizations.Contains(drop.Id)) DroppedOrganizations.Add(drop.Id);
    }
}
