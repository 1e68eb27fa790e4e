using RbacGrains.Core;

namespace RbacGrains.Storage;

/// <summary>Reads state records.</summary>
internal sealed class StateReader(IConnections connections)
{
    private readonly UnfinishedReader _unfinished = new(connections, ReadStatements.Unfinished);

    public async ValueTask<StoredState?> Read(StateKey key, CancellationToken cancellationToken)
    {
        await using var connection = await connections.Rent(cancellationToken);
        var command = connection.Command(ReadStatements.State, ("@kind", key.Kind), ("@id", key.Id));
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        return await rows.ReadAsync(cancellationToken) ? new StoredState(rows.GetFieldValue<byte[]>(0), rows.GetInt64(1)) : null;
    }

    public IAsyncEnumerable<StateKey> ReadUnfinished(CancellationToken cancellationToken) => _unfinished.Read(null, cancellationToken);
}
