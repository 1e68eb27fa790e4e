namespace RbacGrains.Storage;

/// <summary>Where readers get their connections.</summary>
internal interface IConnections
{
    /// <summary>A connection for reading, until it is disposed.</summary>
    ValueTask<PreparedConnection> Rent(CancellationToken cancellationToken);
}
