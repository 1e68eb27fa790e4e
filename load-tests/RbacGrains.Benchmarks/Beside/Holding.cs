using System.Collections.Immutable;

namespace RbacGrains.Benchmarks;

/// <summary>
/// What some users hold alike, as our model has it and worked out: the others are given the outcome as rules of a role, and have no
/// levels, inheritance or ceilings left to work out.
/// </summary>
internal sealed class Holding
{
    /// <summary>The project in which a holding can have a ceiling.</summary>
    public const string Project = "shop";

    /// <summary>Works a holding out.</summary>
    public Holding(string name, Policy policy, Access access)
    {
        (Name, Access) = (name, access);
        var actions = policy.Model.Actions.Names;
        Actions = [.. actions.Where(action => Evaluator.Allows(policy, access, action, null, TimeProvider.System))];
        Closed = [.. Actions.Where(action => !Evaluator.Allows(policy, access, action, Project, TimeProvider.System))];
        HoldsAll = Actions.Length == actions.Length;
    }

    /// <summary>The name of the role that it is to the others.</summary>
    public string Name { get; }

    /// <summary>What it is in our model.</summary>
    public Access Access { get; }

    /// <summary>The actions allowed in the organization.</summary>
    public ImmutableArray<string> Actions { get; }

    /// <summary>Those of them that <see cref="Project"/> is closed to.</summary>
    public ImmutableArray<string> Closed { get; }

    /// <summary>Whether every action of the model is allowed.</summary>
    public bool HoldsAll { get; }
}
