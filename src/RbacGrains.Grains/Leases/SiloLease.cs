using Microsoft.Extensions.Logging;

namespace RbacGrains.Grains.Leases;

/// <summary>
/// Under which a silo answers from memory. It is renewed by reading in the membership table that the silo is still a member, and
/// counts from before that read was sent, on the silo's monotonic clock. So a silo that was declared dead, but still runs (it was
/// paused, or cut off), answers nothing any more once the lease has run out; and whoever writes after a silo was lost
/// acknowledges only when that is so. After Gray and Cheriton, "Leases" (1989).
/// </summary>
internal sealed class SiloLease(
    IMembershipTable table,
    ILocalSiloDetails self,
    LostSilos lost,
    RbacGrainsOptions options,
    ILogger<SiloLease> logger,
    TimeProvider? time = null) : ILifecycleParticipant<ISiloLifecycle>, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly TimeProvider _clock = time ?? TimeProvider.System;
    private TaskCompletionSource _renewed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _validUntil = long.MinValue;
    private Task _renewing = Task.CompletedTask;

    /// <summary>Whether the silo may answer from memory at this moment.</summary>
    public bool IsValid => _clock.GetTimestamp() < Volatile.Read(ref _validUntil);

    /// <summary>For how long it may; zero when it may not.</summary>
    public TimeSpan Remaining
    {
        get
        {
            var (now, until) = (_clock.GetTimestamp(), Volatile.Read(ref _validUntil));
            return now < until ? _clock.GetElapsedTime(now, until) : TimeSpan.Zero;
        }
    }

    /// <summary>Waits until the lease is renewed when it has run out.</summary>
    /// <exception cref="GridStorageException">It is not renewed within one more lease.</exception>
    public async ValueTask WaitUntilValid(CancellationToken cancellationToken)
    {
        var begun = _clock.GetTimestamp();
        while (!IsValid)
        {
            var patience = options.LeaseDuration - _clock.GetElapsedTime(begun);
            var renewed = Volatile.Read(ref _renewed).Task;
            if (IsValid) return;
            try
            {
                if (patience > TimeSpan.Zero)
                {
                    await renewed.WaitAsync(patience, _clock, cancellationToken);
                    continue;
                }
            }
            catch (TimeoutException)
            {
            }
            throw new GridStorageException(
                $"The silo '{self.SiloAddress}' could not renew its lease with the membership table, so it does not answer from memory.");
        }
    }

    /// <summary>Waits until no silo that was lost can answer from memory any more; at once in the usual case that none was lost lately.</summary>
    public ValueTask OutliveLostSilos() => lost.Outlive();

    /// <summary>Whether no silo that was lost can answer, nor acknowledge a write, any more.</summary>
    public ValueTask<bool> LostSilosAreSilent() => lost.AreSilent();

    /// <inheritdoc/>
    public void Participate(ISiloLifecycle lifecycle)
    {
        // It begins when there is a membership table to read, and before the silo is asked anything.
        lifecycle.Subscribe(nameof(SiloLease), ServiceLifecycleStage.AfterRuntimeGrainServices, Begin);
        // It ends after the grains, and before the silo is written off in the table.
        lifecycle.Subscribe(nameof(SiloLease), ServiceLifecycleStage.RuntimeServices, _ => Task.CompletedTask, End);
    }

    /// <inheritdoc/>
    public void Dispose() => _stop.Dispose();

    private Task Begin(CancellationToken cancellationToken)
    {
        _renewing = Task.Run(Renew, CancellationToken.None);
        return Task.CompletedTask;
    }

    private async Task End(CancellationToken cancellationToken)
    {
        await _stop.CancelAsync();
        await _renewing;
        Volatile.Write(ref _validUntil, long.MinValue);
    }

    private async Task Renew()
    {
        var pause = options.LeaseDuration / 5;
        var (succeeded, told) = (_clock.GetTimestamp(), false);
        while (!_stop.IsCancellationRequested)
        {
            var renewed = false;
            try
            {
                renewed = await RenewOnce();
                if (renewed) (succeeded, told) = (_clock.GetTimestamp(), false);
            }
            catch (Exception failure) when (!_stop.IsCancellationRequested)
            {
                // Once for each time that it fails for longer than a hiccup, or than the table takes to be ready at the start.
                if (!told && _clock.GetElapsedTime(succeeded) > pause * 2)
                {
                    logger.LeaseNotRenewed(failure, Remaining);
                    told = true;
                }
            }
            try
            {
                await Task.Delay(renewed ? pause : pause / 5, _clock, _stop.Token);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task<bool> RenewOnce()
    {
        var before = _clock.GetTimestamp();
        var read = await table.ReadAll().WaitAsync(options.LeaseDuration, _clock, _stop.Token);
        lost.Note(read);
        var isMember = read.Members.Any(
            member => member.Item1.SiloAddress.Equals(self.SiloAddress) && member.Item1.Status is not SiloStatus.Dead);
        if (!isMember) return false;
        Volatile.Write(ref _validUntil, before + (long)(options.LeaseDuration.TotalSeconds * _clock.TimestampFrequency));
        Interlocked.Exchange(ref _renewed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
        return true;
    }
}
