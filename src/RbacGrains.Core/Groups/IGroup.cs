namespace RbacGrains.Core;

/// <summary>A group's record. Its organization judges and orders the changes, and carries them to the members.</summary>
public interface IGroup
{
    /// <summary>The group as stored; null when it was never made.</summary>
    ValueTask<GroupState?> Read(CancellationToken cancellationToken);

    /// <summary>Reads anew what is stored: a change that was found to be made may have been made behind this actor.</summary>
    ValueTask Refresh();

    /// <summary>Writes the group; one that is being carried is resumed after a crash. Only its organization calls this, one at a time.</summary>
    /// <exception cref="InvalidOperationException">The group is not at the version that was judged.</exception>
    ValueTask Write(GroupWrite write);
}
