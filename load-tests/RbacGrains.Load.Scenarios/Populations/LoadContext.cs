using System.Globalization;

namespace RbacGrains.Load.Scenarios;

/// <summary>What scenarios are run on. Scenarios of one run share the organizations of a model.</summary>
/// <param name="target">What is loaded.</param>
/// <param name="size">How many organizations and members.</param>
/// <param name="name">What all names of the run begin with, so that it does not meet those of others.</param>
internal sealed class LoadContext(ILoadTarget target, PopulationSize size, string name)
{
    private readonly Dictionary<string, Population> _made = new(StringComparer.Ordinal);

    /// <summary>What is loaded.</summary>
    public ILoadTarget Target { get; } = target;

    /// <summary>The grid at this moment.</summary>
    public IGrid Grid => Target.Grid;

    /// <summary>The organizations of a model, which the first scenario that asks for them makes.</summary>
    public async Task<Population> Population(ModelUse use, CancellationToken cancellationToken)
    {
        if (_made.TryGetValue(use.Model, out var made)) return made;
        var population = new Population(string.Create(CultureInfo.InvariantCulture, $"{name}-{use.Model}"), use, size);
        await population.Make(Grid, cancellationToken);
        return _made[use.Model] = population;
    }
}
