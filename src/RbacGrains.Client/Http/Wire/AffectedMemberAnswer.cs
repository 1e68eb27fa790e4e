namespace RbacGrains.Client;

/// <summary>A member for whom a change would turn decisions.</summary>
internal sealed record AffectedMemberAnswer(
    string User, string? Email, IReadOnlyList<DecisionChangeAnswer> Gains, IReadOnlyList<DecisionChangeAnswer> Loses)
{
    /// <summary>As Core has it.</summary>
    public AffectedMember ToMember() => new(
        User, Email, [.. Gains.Select(change => change.ToChange())], [.. Loses.Select(change => change.ToChange())]);
}

/// <summary>A decision that turns.</summary>
internal sealed record DecisionChangeAnswer(string Action, string? Project, string? Condition, IReadOnlyList<string> Except)
{
    /// <summary>As the model has it.</summary>
    public DecisionChange ToChange() => new(Action, Project, Condition) { Except = [.. Except] };
}
