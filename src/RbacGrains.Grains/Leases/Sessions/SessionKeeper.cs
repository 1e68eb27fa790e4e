using Microsoft.Extensions.Logging;

namespace RbacGrains.Grains.Leases;

/// <summary>
/// Keeps the silo's sessions to what the cluster can answer for. It grants from when the silo is a member. When the silo stops, it grants nothing more and waits for the leases that are out,
/// before it leaves: nobody waits for a silo that has left. When another silo is lost, it may have died between a change and its
/// recall; nobody has acknowledged that change and nobody will recall it, so every client begins anew.
/// </summary>
internal sealed class SessionKeeper(
    LeaseRegistry registry, SiloLeaseRecords records, LostSilos lost, RbacGrainsOptions options, ILogger<SessionKeeper> logger)
    : ILifecycleParticipant<ISiloLifecycle>, IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    private readonly TimeProvider _clock = TimeProvider.System;
    private readonly CancellationTokenSource _stop = new();
    private Task _watching = Task.CompletedTask;

    /// <inheritdoc/>
    public void Participate(ISiloLifecycle lifecycle) => lifecycle.Subscribe(nameof(SessionKeeper), ServiceLifecycleStage.Active, Begin, Drain);

    /// <inheritdoc/>
    public void Dispose() => _stop.Dispose();

    private Task Begin(CancellationToken cancellationToken)
    {
        records.Open();
        _watching = Task.Run(Watch, CancellationToken.None);
        return Task.CompletedTask;
    }

    private async Task Watch()
    {
        var known = lost.Losses;
        while (true)
        {
            await Task.Delay(Look, _clock, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (_stop.IsCancellationRequested) return;
            if (lost.Losses is var losses && losses == known) continue;
            known = losses;
            if (registry.Sessions == 0) continue;
            logger.SessionsBeginAnew(registry.Sessions);
            registry.Abandon();
        }
    }

    // Whoever wants to stop sooner finds the silo lost, and not left.
    private async Task Drain(CancellationToken cancellationToken)
    {
        await _stop.CancelAsync();
        await _watching;
        records.Close();
        registry.Abandon();
        var begun = _clock.GetTimestamp();
        while (registry.Sessions > 0 && _clock.GetElapsedTime(begun) < options.LeaseDuration + Look) await Task.Delay(Look, _clock, CancellationToken.None);
        registry.Dispose();
    }
}
