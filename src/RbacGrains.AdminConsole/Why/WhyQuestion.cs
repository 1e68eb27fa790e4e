namespace RbacGrains.AdminConsole;

/// <summary>Whether somebody may do something, and all that the answer depends on.</summary>
public sealed record WhyQuestion
{
    /// <summary>What it is now.</summary>
    public required Situation Now { get; init; }

    /// <summary>Whom it is about, as sentences name them.</summary>
    public required string Who { get; init; }

    /// <summary>What, as <c>resource:verb</c>; or an area at a level, <c>knowledge/faqs@edit</c>.</summary>
    public required string Action { get; init; }

    /// <summary>Within which project; null for the organization itself.</summary>
    public string? Project { get; init; }

    /// <summary>Says the moment of the answer.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>Whether nobody else is an active admin, so that this one cannot become less.</summary>
    public bool IsLastAdmin { get; init; }

    /// <summary>Whether it is allowed.</summary>
    public bool IsAllowed => IsAllowedIn(Now);

    /// <summary>Whether it would be allowed in another situation.</summary>
    public bool IsAllowedIn(Situation situation)
    {
        ArgumentNullException.ThrowIfNull(situation);
        return Evaluator.Allows(situation.Policy, situation.Access, Action, Project, Clock);
    }

    /// <summary>The actions that it comes to; empty for what the model does not have.</summary>
    public IReadOnlyList<string> Actions
    {
        get
        {
            var model = Now.Policy.Model;
            return model.Actions.TryFind(Action, out var action) ? [model.Actions[action]]
                : model.LevelTable.TryFind(Action, out var actions) ? [.. actions.Select(one => model.Actions[one])]
                : [];
        }
    }
}
