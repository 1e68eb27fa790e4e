using System.Threading.Channels;
using RbacGrains.Core;

namespace RbacGrains.Storage.Tests;

/// <summary>A batch writer that does nothing until the test says how each transaction ends.</summary>
internal sealed class GatedWriter : IBatchWriter
{
    private readonly Channel<Batch> _started = Channel.CreateUnbounded<Batch>();

    /// <summary>The next transaction, once it has begun.</summary>
    public ValueTask<Batch> Next() => _started.Reader.ReadAsync();

    public async ValueTask<bool[]> Commit(IReadOnlyList<StateWrite> writes)
    {
        var batch = new Batch([.. writes.Select(write => write.Key.Id)]);
        _started.Writer.TryWrite(batch);
        return await batch.End;
    }

    public bool IsFaultOfOneWrite(Exception exception) => exception is FormatException;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    internal sealed class Batch(string[] ids)
    {
        private readonly TaskCompletionSource<bool[]> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string[] Ids { get; } = ids;

        public Task<bool[]> End => _end.Task;

        public void Succeed() => _end.SetResult([.. Ids.Select(_ => true)]);

        public void Fail(Exception exception) => _end.SetException(exception);
    }
}
