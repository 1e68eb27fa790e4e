namespace RbacGrains.Storage;

/// <summary>Connections for reading.</summary>
internal interface IReadConnections
{
    /// <summary>A connection for reading, until it is disposed.</summary>
    ValueTask<PreparedConnection> Rent(CancellationToken cancellationToken);
}
