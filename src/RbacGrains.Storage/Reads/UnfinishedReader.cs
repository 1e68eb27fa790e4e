using System.Runtime.CompilerServices;
using RbacGrains.Core;

namespace RbacGrains.Storage;

/// <summary>Lists unfinished records.</summary>
/// <param name="connections">Where its connections come from.</param>
/// <param name="statement">The query of a part, after a key; it may take an age in milliseconds.</param>
internal sealed class UnfinishedReader(IConnections connections, string statement)
{
    private const int AtOnce = 500;

    /// <summary>Read in parts, so that no connection is held while the caller works through them.</summary>
    /// <param name="age">How long ago they were last written at least, where the statement asks.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async IAsyncEnumerable<StateKey> Read(TimeSpan? age, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var last = new StateKey("", "");
        List<StateKey> part;
        do
        {
            part = await ReadAfter(last, age, cancellationToken);
            foreach (var key in part) yield return last = key;
        }
        while (part.Count == AtOnce);
    }

    private async ValueTask<List<StateKey>> ReadAfter(StateKey last, TimeSpan? age, CancellationToken cancellationToken)
    {
        await using var connection = await connections.Rent(cancellationToken);
        var command = age is null
            ? connection.Command(statement, ("@kind", last.Kind), ("@id", last.Id), ("@limit", AtOnce))
            : connection.Command(
                statement, ("@kind", last.Kind), ("@id", last.Id), ("@limit", AtOnce), ("@age", (long)age.Value.TotalMilliseconds));
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var keys = new List<StateKey>();
        while (await rows.ReadAsync(cancellationToken)) keys.Add(new StateKey(rows.GetString(0), rows.GetString(1)));
        return keys;
    }
}
