using System.Collections.Immutable;

namespace RbacGrains.Load.Scenarios;

/// <summary>A scenario that can be asked for.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Description">What it is for, in a sentence.</param>
/// <param name="Make">Makes it for a run.</param>
internal sealed record ScenarioEntry(string Name, string Description, Func<ScenarioEntry, LoadContext, Scenario> Make)
{
    /// <summary>Whether it ends the host and starts it again.</summary>
    public bool NeedsRestart { get; init; }

    /// <summary>The scenario of this name, of some steps.</summary>
    public Scenario Of(ImmutableArray<Step> steps, Func<int, CancellationToken, Task> init, StepOrder order = StepOrder.InOrder) =>
        new(Name, Description, steps) { Init = init, Order = order };

    /// <summary>Why a target does not fit; null where it does.</summary>
    public string? Misfit(ILoadTarget target) => NeedsRestart && !target.CanRestart
        ? $"The scenario '{Name}' restarts its target, and {target.Name} is not this program's to restart."
        : null;
}
