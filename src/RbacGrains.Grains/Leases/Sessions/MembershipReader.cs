namespace RbacGrains.Grains.Leases;

/// <summary>
/// Who is a member of the cluster, from its table and not from what this silo happens to know by now. Whoever asks while a reading is being
/// waited for shares it, so that many at once cost one.
/// </summary>
internal sealed class MembershipReader(IMembershipTable table, LostSilos lost, IClusterMembershipService membership) : IDisposable
{
    // A bulk of changes makes so many readings a second at most.
    private static readonly TimeSpan Apart = TimeSpan.FromMilliseconds(20);

    private readonly TimeProvider _clock = TimeProvider.System;
    private readonly Lock _guard = new();
    private readonly SemaphoreSlim _turn = new(1);
    private Task<MembershipTableData>? _next;
    private long _begun;

    /// <summary>Every silo that may have had clients before the call: none has before it is active.</summary>
    /// <exception cref="GridStorageException">The table cannot be read.</exception>
    public async ValueTask<IReadOnlyList<SiloAddress>> Living()
    {
        var read = await Read();
        return [.. read.Members.Where(member => member.Item1.Status is SiloStatus.Active or SiloStatus.ShuttingDown or SiloStatus.Stopping).Select(member => member.Item1.SiloAddress)];
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    /// <summary>Whether a silo is dead, or so long that the table has it no more; false when that cannot be found out.</summary>
    public async ValueTask<bool> IsGone(SiloAddress silo)
    {
        if (membership.CurrentSnapshot.GetSiloStatus(silo) is var status && status is not SiloStatus.None) return status == SiloStatus.Dead;
        try
        {
            var read = await Read();
            return read.Members.All(member => !member.Item1.SiloAddress.Equals(silo) || member.Item1.Status == SiloStatus.Dead);
        }
        catch (GridStorageException)
        {
            return false;
        }
    }

    // Detached from the grain that happens to ask first: others wait for the same reading.
    private Task<MembershipTableData> Read()
    {
        lock (_guard) return _next ??= Task.Run(ReadNext);
    }

    private async Task<MembershipTableData> ReadNext()
    {
        await _turn.WaitAsync();
        try
        {
            if (Apart - _clock.GetElapsedTime(_begun) is var early && early > TimeSpan.Zero) await Task.Delay(early, _clock);
            // Whoever asks from now on may have changed something since, and needs the next one.
            lock (_guard) _next = null;
            _begun = _clock.GetTimestamp();
            var read = await table.ReadAll();
            lost.Note(read);
            return read;
        }
        catch (Exception failure)
        {
            throw new GridStorageException("The membership table could not be read, so it is not known whose clients may hold what is changed:", failure);
        }
        finally
        {
            _turn.Release();
        }
    }
}
