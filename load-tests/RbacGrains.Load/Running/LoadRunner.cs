namespace RbacGrains.Load;

/// <summary>Runs scenarios: prepares them, warms up, measures, and ends them.</summary>
/// <param name="options">How.</param>
/// <param name="clock">The time.</param>
/// <param name="progress">Is told how it goes; null for nobody.</param>
public sealed class LoadRunner(RunOptions options, TimeProvider clock, ILoadProgress? progress = null)
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    /// <summary>Runs one.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="shape">How much load.</param>
    /// <param name="traffic">Counts the bytes of the target; null where it does not know them.</param>
    /// <param name="cancellationToken">Ends it without a result.</param>
    /// <returns>What was measured.</returns>
    public async Task<ScenarioReport> Run(
        Scenario scenario, LoadShape shape, Traffic? traffic = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(shape);
        progress?.Say(scenario, "preparing");
        await scenario.Init((shape as ClosedShape)?.Copies ?? options.MostAtOnce, cancellationToken);
        try
        {
            var warmUp = scenario.HasWarmUp ? options.WarmUp : TimeSpan.Zero;
            if (warmUp > TimeSpan.Zero)
            {
                progress?.Say(scenario, "warming up");
                await Measure(scenario, shape.Warming(warmUp), null, isMeasured: false, cancellationToken);
            }
            progress?.Say(scenario, $"measuring: {shape.Describe()}");
            var measured = await Measure(scenario, shape, traffic, isMeasured: true, cancellationToken);
            var report = ScenarioReport.Of(scenario, shape, warmUp, measured);
            progress?.Done(report);
            return report;
        }
        finally
        {
            await scenario.Clean(CancellationToken.None);
        }
    }

    private async Task<Measurement> Measure(
        Scenario scenario, LoadShape shape, Traffic? traffic, bool isMeasured, CancellationToken cancellationToken)
    {
        var recorder = new Recorder(scenario);
        var iterations = new Iterations(scenario, recorder, clock);
        ILoadLoop loop = shape is ClosedShape closed
            ? new ClosedLoad(closed, iterations, options, clock)
            : new OpenLoad((OpenShape)shape, iterations, options, clock);
        var series = new Series(recorder, traffic, clock);
        var begun = clock.GetTimestamp();
        var (sent, received) = (traffic?.Sent ?? 0, traffic?.Received ?? 0);
        using var ended = new CancellationTokenSource();
        var watching = Watch(scenario, series, iterations, loop, isMeasured, ended.Token);
        try
        {
            await loop.Run(cancellationToken);
        }
        finally
        {
            await ended.CancelAsync();
            await watching;
        }
        var elapsed = clock.GetElapsedTime(begun);
        series.Take();
        return new Measurement(
            recorder, elapsed, series.Seconds,
            traffic is null ? null : new DataFigures(traffic.Sent - sent, traffic.Received - received, elapsed.TotalSeconds));
    }

    private async Task Watch(
        Scenario scenario, Series series, Iterations iterations, ILoadLoop loop, bool isMeasured, CancellationToken ended)
    {
        using var timer = new PeriodicTimer(Tick, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(ended))
                if (series.Take() is { } second)
                    progress?.Tick(scenario, second, isMeasured, iterations.UnderWay, loop.Waiting);
        }
        catch (OperationCanceledException)
        {
            // The load has ended.
        }
    }
}
