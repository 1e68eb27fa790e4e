using System.Collections.Immutable;
using RbacGrains.Storage;

namespace RbacGrains.Benchmarks;

/// <summary>Rows that are written again and again, with nothing around it: as fast as a durable change can be.</summary>
internal sealed class RowWrites(Database database, int rows)
{
    private readonly long[] _versions = new long[rows];
    private readonly byte[] _payload = new byte[320];

    /// <summary>Writes one of them.</summary>
    public async Task Write(int row)
    {
        var key = new StateKey("benchmark", $"row-{row}");
        _versions[row] = await database.Write(
            new StateWrite(key, _versions[row], _payload, Unfinished: false, ImmutableArray<AuditEntry>.Empty), CancellationToken.None);
    }
}
