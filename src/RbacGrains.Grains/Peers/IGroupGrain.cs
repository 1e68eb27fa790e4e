namespace RbacGrains.Grains;

/// <summary>A group's record, by <see cref="GroupKey"/>; see <see cref="IGroup"/>.</summary>
[Alias("rbac.group")]
internal interface IGroupGrain : IGrainWithStringKey
{
    /// <inheritdoc cref="IGroup.Read"/>
    [Alias("Read")]
    ValueTask<GroupState?> Read(CancellationToken cancellationToken);

    /// <inheritdoc cref="IGroup.Refresh"/>
    [Alias("Refresh")]
    ValueTask Refresh();

    /// <inheritdoc cref="IGroup.Write"/>
    [Alias("Write")]
    ValueTask Write(GroupWrite write);
}
