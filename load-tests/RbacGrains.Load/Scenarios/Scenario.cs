using System.Collections.Immutable;

namespace RbacGrains.Load;

/// <summary>One kind of load: what a virtual user does, over and over.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Description">What it is for, in a sentence.</param>
/// <param name="Steps">What an iteration consists of; at least one.</param>
public sealed record Scenario(string Name, string Description, ImmutableArray<Step> Steps)
{
    /// <summary>How an iteration goes through the steps. Default: all of them, in order.</summary>
    public StepOrder Order { get; init; } = StepOrder.InOrder;

    /// <summary>
    /// Prepares it, before the first iteration and the warm-up; given how many virtual users there can be at most. What it throws ends the run.
    /// </summary>
    public Func<int, CancellationToken, Task> Init { get; init; } = static (_, _) => Task.CompletedTask;

    /// <summary>Ends it, after the last iteration.</summary>
    public Func<CancellationToken, Task> Clean { get; init; } = static _ => Task.CompletedTask;

    /// <summary>Whether it runs before it is measured; not where what is measured happens only once.</summary>
    public bool HasWarmUp { get; init; } = true;
}

/// <summary>How an iteration goes through the steps of a scenario.</summary>
public enum StepOrder
{
    /// <summary>All of them, one after another; an error ends the iteration.</summary>
    InOrder,

    /// <summary>One of them, drawn by <see cref="Step.Weight"/>.</summary>
    OneByWeight,
}
