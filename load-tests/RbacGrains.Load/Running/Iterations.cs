namespace RbacGrains.Load;

/// <summary>Makes iterations of a scenario, and records them.</summary>
internal sealed class Iterations(Scenario scenario, Recorder recorder, TimeProvider clock)
{
    /// <summary>The kind of error of what the schedule called for and nobody got to before the run was given up.</summary>
    public const string NotBegun = "not_begun";

    private readonly int _weights = scenario.Steps.Sum(step => step.Weight);
    private readonly double _nanosecondsPerTick = 1e9 / clock.TimestampFrequency;
    private volatile bool _isFinished;
    private int _underWay;

    /// <summary>Whether a step has said that there is nothing left to do.</summary>
    public bool IsFinished => _isFinished;

    /// <summary>How many are under way.</summary>
    public int UnderWay => Volatile.Read(ref _underWay);

    /// <summary>Makes one.</summary>
    /// <param name="user">Whose.</param>
    /// <param name="intended">When it should have begun, by the clock's timestamps; not in the future.</param>
    /// <param name="cancellationToken">Ends what outlives the run.</param>
    /// <returns>When it ended.</returns>
    public async ValueTask<long> Run(VirtualUser user, long intended, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _underWay);
        try
        {
            return scenario.Order == StepOrder.InOrder
                ? await All(user, intended, cancellationToken)
                : (await One(user, Draw(user), intended, clock.GetTimestamp(), cancellationToken)).End;
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
            user.Iteration++;
        }
    }

    /// <summary>Counts one that the schedule called for and nobody begins any more, with the time that it has waited so far.</summary>
    public void GiveUp(VirtualUser user, long intended)
    {
        var waited = Nanoseconds(clock.GetTimestamp() - intended);
        recorder.Step(user, scenario.Order == StepOrder.InOrder ? 0 : Draw(user), waited, 0, NotBegun);
        recorder.Whole(user, waited, 0, NotBegun);
    }

    // The wait for its turn belongs to the first step, and each next step begins where the last one ended.
    private async ValueTask<long> All(VirtualUser user, long intended, CancellationToken cancellationToken)
    {
        var begun = clock.GetTimestamp();
        var (from, at) = (intended, begun);
        for (var step = 0; step < scenario.Steps.Length; step++)
        {
            var (end, result) = await One(user, step, from, at, cancellationToken);
            (from, at) = (end, end);
            if (result.IsFinished) return end;
            if (result.Error is null && step < scenario.Steps.Length - 1) continue;
            recorder.Whole(user, Nanoseconds(end - intended), Nanoseconds(end - begun), result.Error);
            break;
        }
        return at;
    }

    private async ValueTask<(long End, StepResult Result)> One(
        VirtualUser user, int step, long from, long begun, CancellationToken cancellationToken)
    {
        StepResult result;
        try
        {
            result = await scenario.Steps[step].Run(user, cancellationToken);
        }
#pragma warning disable CA1031 // Whatever goes wrong is what is measured.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            result = StepResult.Of(failure.GetType().Name);
        }
        var end = clock.GetTimestamp();
        if (result.IsFinished) _isFinished = true;
        else recorder.Step(user, step, Nanoseconds(end - from), Nanoseconds(end - begun), result.Error);
        return (end, result);
    }

    private int Draw(VirtualUser user)
    {
#pragma warning disable CA5394 // Nothing is protected by it.
        var left = user.Random.Next(_weights);
#pragma warning restore CA5394
        for (var step = 0; ; step++)
        {
            left -= scenario.Steps[step].Weight;
            if (left < 0) return step;
        }
    }

    private long Nanoseconds(long ticks) => (long)(ticks * _nanosecondsPerTick);
}
