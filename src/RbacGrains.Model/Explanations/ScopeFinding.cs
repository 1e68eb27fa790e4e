using static RbacGrains.Model.ExplanationWords;

namespace RbacGrains.Model;

/// <summary>A member's ceiling inside the project that an action is in.</summary>
/// <param name="Project">The project.</param>
/// <param name="Scope">The entry that holds there: the project's own, or the one for others.</param>
/// <param name="Holder">The member's own sources; an admin is above every scope.</param>
/// <param name="Within">What the scope's role and grants say.</param>
/// <param name="HasExpired">Whether the scope has expired.</param>
internal sealed record ScopeFinding(string Project, ProjectScope Scope, Sources Holder, Sources Within, bool HasExpired)
{
    public bool Passes => IsAboveIt || (!HasExpired && Within.Give);

    private bool IsAboveIt => Holder.Standing == RoleStanding.Admin;

    /// <summary>The ceiling of a member in a project; null where nothing restricts.</summary>
    public static ScopeFinding? Of(
        Policy policy, Access access, Sources holder, ActionHandle action, string? project, ConditionFacts? facts, DateTimeOffset now)
    {
        if (project is null || access.IndexOfScope(project) is not (>= 0 and var index)) return null;
        var scope = access.Projects[index];
        var within = Sources.Of(policy, action, scope.Role, scope.Grants, facts);
        return new ScopeFinding(project, scope, holder, within, scope.ExpiresAt is { } end && now >= end);
    }

    public ExplanationStep Step(Plan plan) => new(
        StepKind.ProjectScope, Passes ? StepEffect.Passes : StepEffect.Restricts, Scope.Project, null, AsSentence(Clause(plan)));

    /// <summary>Says what the scope does.</summary>
    public string Clause(Plan plan)
    {
        var entry = Scope.Project == Project ? "" : $" by the entry {Quoted(Scope.Project)}";
        return this switch
        {
            { IsAboveIt: true } => $"role {Quoted(Holder.RoleId)} is above the limits in project {Quoted(Project)}",
            { HasExpired: true, Scope.ExpiresAt: { } end } => $"project {Quoted(Project)} is closed to the member{entry} since {At(end)}",
            { Scope: { Role: null, Grants.IsEmpty: true } } => $"project {Quoted(Project)} is closed to the member{entry}",
            { Passes: true } => $"the member is limited in project {Quoted(Project)}{entry}, where {SourceWording.Giving(Within)}",
            _ => $"the member is limited in project {Quoted(Project)}{entry}, where {SourceWording.Lacking(Within, plan)}",
        };
    }
}
