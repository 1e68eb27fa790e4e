using System.Globalization;

namespace RbacGrains.Load.Scenarios;

/// <summary>Runs scenarios one after another, and reports them together.</summary>
internal sealed class ScenarioRun(RunPlan plan, ILoadTarget target, LoadContext context)
{
    /// <summary>Runs them; when it is cancelled, reports those that were measured to their end.</summary>
    public async Task<LoadReport> All(IEnumerable<ScenarioEntry> entries, ILoadProgress progress, CancellationToken cancellationToken)
    {
        var (machine, begun) = (MachineFacts.Read(), TimeProvider.System.GetUtcNow());
        var runner = new LoadRunner(plan.Options, TimeProvider.System, progress);
        var reports = new List<ScenarioReport>();
        try
        {
            foreach (var entry in entries)
                reports.Add(await runner.Run(entry.Make(entry, context), plan.Shape, target.Traffic, cancellationToken));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The others remain.
        }
        return new LoadReport("Load on the grid", target.Name, begun, Settings(), machine, reports);
    }

    private IReadOnlyList<Fact> Settings() =>
    [
        new("load shape", plan.Shape.Describe()),
        new("organizations", plan.Size.Organizations.ToString("N0", CultureInfo.InvariantCulture)),
        new("members of each", plan.Size.Members.ToString("N0", CultureInfo.InvariantCulture)),
        new("most at once with a rate", plan.Options.MostAtOnce.ToString("N0", CultureInfo.InvariantCulture)),
        new("seed", plan.Options.Seed.ToString(CultureInfo.InvariantCulture)),
    ];
}
