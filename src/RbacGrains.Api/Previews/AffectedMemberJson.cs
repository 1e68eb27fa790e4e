using RbacGrains.Core;
using RbacGrains.Model;

namespace RbacGrains.Api;

/// <summary>A member for whom a change would turn decisions.</summary>
internal sealed record AffectedMemberJson(
    string User, string? Email, IReadOnlyList<DecisionChangeJson> Gains, IReadOnlyList<DecisionChangeJson> Loses)
{
    /// <summary>The JSON of an affected member.</summary>
    public static AffectedMemberJson Of(AffectedMember member) => new(
        member.User, member.Email, [.. member.Gains.Select(DecisionChangeJson.Of)], [.. member.Loses.Select(DecisionChangeJson.Of)]);
}

/// <summary>A decision that turns.</summary>
/// <param name="Action">The action.</param>
/// <param name="Project">The project in which it turns, <c>*</c> for every one without a ceiling of its own; null for the organization.</param>
/// <param name="Condition">In which circumstances, in words; null for all.</param>
/// <param name="Except">The organization's projects in which it does not turn so.</param>
internal sealed record DecisionChangeJson(string Action, string? Project, string? Condition, IReadOnlyList<string> Except)
{
    /// <summary>The JSON of a decision that turns.</summary>
    public static DecisionChangeJson Of(DecisionChange change) => new(change.Action, change.Project, change.Condition, change.Except);
}
