namespace RbacGrains.Load;

/// <summary>
/// What a run has measured, in several parts, so that those who record at the same time rarely meet. Durations are in nanoseconds.
/// </summary>
internal sealed class Recorder
{
    private readonly Part[] _parts;
    private readonly int _steps;
    private readonly bool _keepsWhole;

    /// <summary>An empty one.</summary>
    /// <param name="scenario">What is recorded.</param>
    public Recorder(Scenario scenario)
    {
        _steps = scenario.Steps.Length;
        // Where an iteration is a single step, the steps add up to it.
        _keepsWhole = scenario.Order == StepOrder.InOrder && _steps > 1;
        _parts = [.. Enumerable.Range(0, Environment.ProcessorCount * 2).Select(_ => new Part(_steps))];
    }

    /// <summary>Counts a step.</summary>
    /// <param name="user">Whose.</param>
    /// <param name="step">Which one.</param>
    /// <param name="latency">From when it should have begun.</param>
    /// <param name="service">From when it did begin.</param>
    /// <param name="error">The kind of error; null for none.</param>
    public void Step(VirtualUser user, int step, long latency, long service, string? error)
    {
        var part = PartOf(user);
        lock (part)
        {
            part.Steps[step].Note(latency, service, error);
            if (!_keepsWhole) part.Window.Note(latency, service, error);
        }
    }

    /// <summary>Counts an iteration that has ended, after its steps.</summary>
    public void Whole(VirtualUser user, long latency, long service, string? error)
    {
        if (!_keepsWhole) return;
        var part = PartOf(user);
        lock (part)
        {
            part.Whole.Note(latency, service, error);
            part.Window.Note(latency, service, error);
        }
    }

    /// <summary>What whole iterations did since this was last asked, and forgets that.</summary>
    public StepRecord TakeWindow()
    {
        var all = new StepRecord();
        foreach (var part in _parts)
            lock (part)
            {
                all.Add(part.Window);
                part.Window.Latency.Clear();
                part.Window.Service.Clear();
                part.Window.Errors.Clear();
            }
        return all;
    }

    /// <summary>Everything of one step.</summary>
    public StepRecord OfStep(int step) => Sum(part => part.Steps[step]);

    /// <summary>Everything of whole iterations.</summary>
    public StepRecord OfWhole()
    {
        if (_keepsWhole) return Sum(part => part.Whole);
        var all = new StepRecord();
        for (var step = 0; step < _steps; step++) all.Add(OfStep(step));
        return all;
    }

    private StepRecord Sum(Func<Part, StepRecord> of)
    {
        var all = new StepRecord();
        foreach (var part in _parts)
            lock (part) all.Add(of(part));
        return all;
    }

    private Part PartOf(VirtualUser user) => _parts[user.Number % _parts.Length];

    private sealed class Part(int steps)
    {
        public StepRecord[] Steps { get; } = [.. Enumerable.Range(0, steps).Select(_ => new StepRecord())];

        public StepRecord Whole { get; } = new();

        public StepRecord Window { get; } = new();
    }
}
