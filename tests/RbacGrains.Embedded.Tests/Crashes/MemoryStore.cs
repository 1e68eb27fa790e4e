using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace RbacGrains.Embedded.Tests.Crashes;

/// <summary>A store that outlives the grids on it, as a file outlives processes.</summary>
internal sealed class MemoryStore : IStateStore, IAuditLog
{
    private readonly Lock _guard = new();
    private readonly Dictionary<StateKey, (StoredState State, bool Unfinished)> _records = [];
    private readonly List<AuditEntry> _audit = [];

    public ValueTask<StoredState?> Read(StateKey key, CancellationToken cancellationToken)
    {
        lock (_guard) return new(_records.GetValueOrDefault(key).State);
    }

    public ValueTask<long> Write(StateWrite write, CancellationToken cancellationToken)
    {
        lock (_guard)
        {
            var present = _records.GetValueOrDefault(write.Key).State?.Version ?? 0;
            if (present != write.ExpectedVersion) throw new StateConflictException(write.Key, write.ExpectedVersion);
            _records[write.Key] = (new StoredState(write.Payload.ToArray(), present + 1), write.Unfinished);
            _audit.AddRange(write.Audit);
            return new(present + 1);
        }
    }

    public async IAsyncEnumerable<StateKey> ReadUnfinished([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        List<StateKey> unfinished;
        lock (_guard) unfinished = [.. _records.Where(record => record.Value.Unfinished).Select(record => record.Key)];
        foreach (var key in unfinished) yield return key;
    }

    public ValueTask<Page<AuditEntry>> Read(
        string organization, AuditQuery query, PageRequest page, CancellationToken cancellationToken)
    {
        var start = string.IsNullOrEmpty(page.Token) ? 0 : int.Parse(page.Token, CultureInfo.InvariantCulture);
        lock (_guard)
        {
            var entries = _audit.Where(entry => entry.Organization == organization).Reverse().Skip(start).ToList();
            var next = entries.Count > page.Size ? (start + page.Size).ToString(CultureInfo.InvariantCulture) : "";
            return new(new Page<AuditEntry>([.. entries.Take(page.Size)], next));
        }
    }

    public bool IsToken(string token) => int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    public ValueTask<AuditEntry?> FindOperation(string organization, string operationId, CancellationToken cancellationToken)
    {
        lock (_guard)
            return new(_audit.Find(entry => entry.Organization == organization && entry.OperationId == operationId));
    }
}
