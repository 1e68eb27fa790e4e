using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using RbacGrains.Core;

namespace RbacGrains.Storage;

/// <summary>
/// Lets concurrent writes share a transaction and so a disk sync: while one transaction commits, writes gather for the next.
/// A lone write is committed at once, since nothing ever waits for company.
/// </summary>
internal sealed class GroupCommit : IAsyncDisposable
{
    private readonly Channel<PendingWrite> _waiting;
    private readonly IBatchWriter _writer;
    private readonly StorageOptions _options;
    private readonly StorageMetrics _metrics;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Task _loop;

    /// <param name="writer">Makes the transactions; disposed with this.</param>
    /// <param name="scheduler">Where they are made.</param>
    /// <param name="options">Bounds of the queue and of a transaction.</param>
    /// <param name="metrics">Counts the transactions.</param>
    /// <param name="time">Measures them.</param>
    /// <param name="logger">Reports slow and failed ones.</param>
    public GroupCommit(
        IBatchWriter writer, TaskScheduler scheduler, StorageOptions options, StorageMetrics metrics, TimeProvider time, ILogger logger)
    {
        _writer = writer;
        _options = options;
        _metrics = metrics;
        _time = time;
        _logger = logger;
        _waiting = Channel.CreateBounded<PendingWrite>(new BoundedChannelOptions(options.MaxWaiting) { SingleReader = true });
        _loop = Task.Factory.StartNew(Run, CancellationToken.None, TaskCreationOptions.DenyChildAttach, scheduler).Unwrap();
    }

    /// <summary>Makes a write. A cancelled one is dropped unless a transaction has taken it already; then it completes.</summary>
    public async ValueTask<long> Write(StateWrite write, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var pending = new PendingWrite(write);
        using var registration = cancellationToken.UnsafeRegister(
            static (state, token) => ((PendingWrite)state!).Cancel(token), pending);
        try
        {
            await _waiting.Writer.WriteAsync(pending, cancellationToken);
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(nameof(Database));
        }

        return await pending.Completion;
    }

    /// <summary>Commits what waits, then takes no more.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _loop;
        await _writer.DisposeAsync();
    }

    private async Task Run()
    {
        var batch = new List<PendingWrite>();
        while (await _waiting.Reader.WaitToReadAsync())
        {
            Take(batch);
            if (batch.Count > 0) await Commit(batch);
            batch.Clear();
        }
    }

    private void Take(List<PendingWrite> batch)
    {
        long bytes = 0;
        while (batch.Count < _options.MaxBatch && bytes < _options.MaxBatchBytes && _waiting.Reader.TryRead(out var pending))
        {
            if (!pending.TryTake()) continue;
            batch.Add(pending);
            bytes += pending.Write.Payload.Length;
        }
    }

    private async ValueTask Commit(List<PendingWrite> batch)
    {
        var started = _time.GetTimestamp();
        bool[] written;
        try
        {
            written = await _writer.Commit(batch.ConvertAll(pending => pending.Write));
        }
        catch (Exception exception)
        {
            _logger.BatchFailed(exception, batch.Count);
            await Fail(batch, exception);
            return;
        }

        var elapsed = _time.GetElapsedTime(started);
        _metrics.Committed(batch.Count, elapsed);
        if (elapsed >= _options.SlowCommit) _logger.SlowCommit(batch.Count, elapsed);
        for (var i = 0; i < batch.Count; i++) batch[i].Complete(written[i]);
    }

    private async ValueTask Fail(List<PendingWrite> batch, Exception exception)
    {
        if (batch.Count > 1 && _writer.IsFaultOfOneWrite(exception))
        {
            foreach (var pending in batch) await Commit([pending]);
            return;
        }

        foreach (var pending in batch) pending.Fail(exception);
    }
}
