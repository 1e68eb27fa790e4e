using System.Runtime.CompilerServices;
using RbacGrains.Core;

namespace RbacGrains.Storage;

/// <summary>Reads state records.</summary>
internal sealed class StateReader(IDatabaseEngine engine)
{
    private const int UnfinishedAtOnce = 500;

    public async ValueTask<StoredState?> Read(StateKey key, CancellationToken cancellationToken)
    {
        await using var connection = await engine.Rent(cancellationToken);
        var command = connection.Command(ReadStatements.State, ("@kind", key.Kind), ("@id", key.Id));
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        return await rows.ReadAsync(cancellationToken) ? new StoredState(rows.GetFieldValue<byte[]>(0), rows.GetInt64(1)) : null;
    }

    /// <summary>Read in parts, so that no connection is held while the caller works through them.</summary>
    public async IAsyncEnumerable<StateKey> ReadUnfinished([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var last = new StateKey("", "");
        List<StateKey> part;
        do
        {
            part = await ReadUnfinishedAfter(last, cancellationToken);
            foreach (var key in part) yield return last = key;
        }
        while (part.Count == UnfinishedAtOnce);
    }

    private async ValueTask<List<StateKey>> ReadUnfinishedAfter(StateKey last, CancellationToken cancellationToken)
    {
        await using var connection = await engine.Rent(cancellationToken);
        var command = connection.Command(
            ReadStatements.Unfinished, ("@kind", last.Kind), ("@id", last.Id), ("@limit", UnfinishedAtOnce));
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var keys = new List<StateKey>();
        while (await rows.ReadAsync(cancellationToken)) keys.Add(new StateKey(rows.GetString(0), rows.GetString(1)));
        return keys;
    }
}
