namespace RbacGrains.Load;

/// <summary>A named part of a scenario, with figures of its own.</summary>
/// <param name="Name">Its name in the report.</param>
/// <param name="Run">
/// Does it once for a virtual user. What it throws is an error of that exception's name. The token ends operations that outlive their run.
/// </param>
public sealed record Step(string Name, Func<VirtualUser, CancellationToken, ValueTask<StepResult>> Run)
{
    /// <summary>How often it is drawn, beside the others', with <see cref="StepOrder.OneByWeight"/>; at least 1.</summary>
    public int Weight { get; init; } = 1;
}
