using System.Collections.Immutable;
using RbacGrains.Storage;

namespace RbacGrains.Benchmarks;

/// <summary>Rows that are written again and again, with nothing around it: as fast as a durable change can be.</summary>
/// <param name="database">The store.</param>
/// <param name="rows">How many rows.</param>
/// <param name="bytes">How large each of them is.</param>
internal sealed class RowWrites(Database database, int rows, int bytes = 320)
{
    /// <summary>How many rows, and so writes at once, a benchmark has.</summary>
    public const int Most = 64;

    /// <summary>How many times <see cref="Most"/> rows have to be written before a new database is as it will be.</summary>
    public const int WarmRounds = 200;

    private readonly long[] _versions = new long[rows];
    private readonly byte[] _payload = new byte[bytes];

    /// <summary>Writes one of them.</summary>
    public async Task Write(int row)
    {
        var key = new StateKey("benchmark", $"row-{row}");
        _versions[row] = await database.Write(
            new StateWrite(key, _versions[row], _payload, Unfinished: false, ImmutableArray<AuditEntry>.Empty), CancellationToken.None);
    }

    /// <summary>Writes all of them until SQLite's write-ahead log has grown to its size: as long as it grows, each commit also waits for its new length.</summary>
    public async Task Warm()
    {
        for (var round = 0; round < WarmRounds; round++) await Task.WhenAll(Enumerable.Range(0, rows).Select(Write));
    }
}
