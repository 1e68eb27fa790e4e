using Microsoft.Extensions.Logging.Abstractions;
using RbacGrains.Core;

namespace RbacGrains.Storage.Tests;

public sealed class GroupCommitTests : IDisposable
{
    private readonly StorageMetrics _metrics = new();
    private readonly GatedWriter _writer = new();

    public void Dispose() => _metrics.Dispose();

    [Fact]
    public async Task Writes_that_come_during_a_transaction_share_the_next_ones_up_to_the_bound()
    {
        var commits = Start(new() { MaxBatch = 4 });
        var writes = new List<Task<long>> { Write(commits, "0") };
        var first = await _writer.Next();
        for (var i = 1; i < 7; i++) writes.Add(Write(commits, $"{i}"));
        first.Succeed();
        var second = await _writer.Next();
        second.Succeed();
        var third = await _writer.Next();
        third.Succeed();
        await Task.WhenAll(writes);

        Assert.Equal(["0"], first.Ids);
        Assert.Equal(["1", "2", "3", "4"], second.Ids);
        Assert.Equal(["5", "6"], third.Ids);
    }

    [Fact]
    public async Task A_transaction_takes_no_more_writes_once_their_payload_is_large_enough()
    {
        var commits = Start(new() { MaxBatchBytes = 10 });
        var writes = new List<Task<long>> { Write(commits, "0") };
        var first = await _writer.Next();
        foreach (var (id, size) in new[] { ("1", 6), ("2", 6), ("3", 50), ("4", 0) }) writes.Add(Write(commits, id, size));
        first.Succeed();

        foreach (var expected in new string[][] { ["1", "2"], ["3"], ["4"] })
        {
            var batch = await _writer.Next();
            Assert.Equal(expected, batch.Ids);
            batch.Succeed();
        }

        await Task.WhenAll(writes);
    }

    [Fact]
    public async Task A_write_that_is_cancelled_before_a_transaction_takes_it_is_dropped()
    {
        var commits = Start(new());
        using var cancellation = new CancellationTokenSource();
        var first = Write(commits, "first");
        var batch = await _writer.Next();
        var cancelled = Write(commits, "cancelled", cancellationToken: cancellation.Token);
        var last = Write(commits, "last");

        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        batch.Succeed();
        var next = await _writer.Next();
        next.Succeed();

        Assert.Equal(["last"], next.Ids);
        await Task.WhenAll(first, last);
    }

    [Fact]
    public async Task A_write_that_is_cancelled_after_a_transaction_took_it_completes()
    {
        var commits = Start(new());
        using var cancellation = new CancellationTokenSource();
        var write = Write(commits, "ann", cancellationToken: cancellation.Token);
        var batch = await _writer.Next();

        await cancellation.CancelAsync();
        Assert.False(write.IsCompleted);
        batch.Succeed();

        Assert.Equal(1, await write);
    }

    [Fact]
    public async Task A_caller_that_waits_for_room_can_be_cancelled()
    {
        var commits = Start(new() { MaxWaiting = 1 });
        using var cancellation = new CancellationTokenSource();
        var taken = Write(commits, "taken");
        var batch = await _writer.Next();
        var queued = Write(commits, "queued");
        var outside = Write(commits, "outside", cancellationToken: cancellation.Token);

        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => outside);
        batch.Succeed();
        var next = await _writer.Next();
        next.Succeed();

        Assert.Equal(["queued"], next.Ids);
        await Task.WhenAll(taken, queued);
    }

    [Fact]
    public async Task A_failed_transaction_fails_all_its_writes_with_the_true_error_and_the_next_one_is_made()
    {
        var commits = Start(new());
        var first = Write(commits, "0");
        var batch = await _writer.Next();
        var together = new[] { Write(commits, "1"), Write(commits, "2") };
        batch.Succeed();
        var error = new IOException("The disk is on fire.");
        (await _writer.Next()).Fail(error);

        foreach (var write in together) Assert.Same(error, await Assert.ThrowsAsync<IOException>(() => write));
        var after = Write(commits, "3");
        (await _writer.Next()).Succeed();
        Assert.Equal(1, await after);
        Assert.Equal(1, await first);
    }

    [Fact]
    public async Task When_one_write_is_at_fault_the_others_are_tried_alone()
    {
        var commits = Start(new());
        var first = Write(commits, "0");
        var batch = await _writer.Next();
        Task<long> bad = Write(commits, "bad"), good = Write(commits, "good");
        batch.Succeed();

        (await _writer.Next()).Fail(new FormatException());
        var alone = await _writer.Next();
        alone.Fail(new FormatException());
        (await _writer.Next()).Succeed();

        Assert.Equal(["bad"], alone.Ids);
        await Assert.ThrowsAsync<FormatException>(() => bad);
        Assert.Equal(1, await first);
        Assert.Equal(1, await good);
    }

    private GroupCommit Start(Limits limits) => new(
        _writer,
        TaskScheduler.Default,
        new StorageOptions
        {
            Provider = StorageProvider.Sqlite,
            ConnectionString = "unused",
            MaxBatch = limits.MaxBatch,
            MaxBatchBytes = limits.MaxBatchBytes,
            MaxWaiting = limits.MaxWaiting,
        },
        _metrics,
        TimeProvider.System,
        NullLogger.Instance);

    private static Task<long> Write(GroupCommit commits, string id, int size = 1, CancellationToken cancellationToken = default) =>
        commits.Write(new StateWrite(new StateKey("user", id), 0, new byte[size], false, []), cancellationToken).AsTask();

    private sealed record Limits(int MaxBatch = 512, int MaxBatchBytes = 1024, int MaxWaiting = 100);
}
