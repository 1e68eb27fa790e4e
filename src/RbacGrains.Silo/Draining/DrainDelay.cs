namespace RbacGrains.Silo;

/// <summary>
/// Keeps the node serving for a moment after it was asked to stop. By then readiness is false already, so load balancers send no
/// more; what they had sent is answered. The web server stops after this, and the silo hands its actors over after that.
/// </summary>
internal sealed class DrainDelay(DrainSettings settings, TimeProvider clock, ILogger<DrainDelay> log) : IHostedLifecycleService
{
    /// <inheritdoc/>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        SiloLog.Draining(log, settings.Delay);
        // Cancelled when the host's patience is at its end, which is longer than this.
        await Task.Delay(settings.Delay, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken)
    {
        SiloLog.Stopped(log);
        return Task.CompletedTask;
    }
}
