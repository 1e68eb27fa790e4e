namespace RbacGrains.Load;

/// <summary>What came of a step.</summary>
public readonly record struct StepResult
{
    private StepResult(string? error, bool isFinished) => (Error, IsFinished) = (error, isFinished);

    /// <summary>The kind of error that it ended with: a code of the target, or a word of the scenario. Null for none.</summary>
    public string? Error { get; }

    /// <summary>Whether there is nothing left to do: it is not counted, and the run ends.</summary>
    public bool IsFinished { get; }

    /// <summary>It went well.</summary>
    public static StepResult Ok => default;

    /// <summary>There was nothing left to do.</summary>
    public static StepResult Finished => new(null, true);

    /// <summary>It ended with an error; with none where the kind is null.</summary>
    public static StepResult Of(string? error) => new(error, false);
}
