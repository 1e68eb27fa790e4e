using Microsoft.Extensions.Logging;

namespace RbacGrains.Grains;

/// <summary>
/// Starts the recovery once the silo is a member, and tries until it succeeds. The silo does not wait for it: what a lost silo has left, or
/// that silo itself, may keep it from starting for a while, and must not keep this one from serving.
/// </summary>
internal sealed class RecoveryStart(IGrainFactory grains, ILogger<RecoveryGrain> logger) : ILifecycleParticipant<ISiloLifecycle>, IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _stop = new();
    private Task _starting = Task.CompletedTask;

    /// <inheritdoc/>
    public void Participate(ISiloLifecycle lifecycle) => lifecycle.Subscribe(
        nameof(RecoveryStart),
        ServiceLifecycleStage.Active,
        _ =>
        {
            _starting = Task.Run(Start, CancellationToken.None);
            return Task.CompletedTask;
        },
        async _ =>
        {
            await _stop.CancelAsync();
            await _starting;
        });

    /// <inheritdoc/>
    public void Dispose() => _stop.Dispose();

    private async Task Start()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                await grains.GetGrain<IRecoveryGrain>(IRecoveryGrain.TheOne).Start().AsTask().WaitAsync(_stop.Token);
                return;
            }
            catch (Exception failure) when (!_stop.IsCancellationRequested)
            {
                logger.NotStarted(failure);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            await Task.Delay(Pause, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
