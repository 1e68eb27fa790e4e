using System.Collections.Immutable;

namespace RbacGrains.AdminConsole;

/// <summary>The steps that raise or lower what limits a member inside a project.</summary>
internal static class CeilingSteps
{
    public static IEnumerable<RemedyStep> Raising(WhyQuestion question, Access access)
    {
        if (question.Project is not { } project || access.IndexOfScope(project) is not (>= 0 and var index)) yield break;
        var scope = access.Projects[index];
        var where = scope.Project == ProjectScope.Others ? "all other projects" : $"project {project}";
        var model = question.Now.Policy.Model;
        if (scope.ExpiresAt is { } end && question.Clock.GetUtcNow() >= end)
            yield return Step("event_available", $"Extend the access to {where}", scope with { ExpiresAt = null });
        if (GrantSteps.Needed(model, question) is var (area, rank))
        {
            var parentToo = GrantSteps.NeedsParent(model, scope.Grants, area, rank);
            var raised = GrantSteps.Raise(model, scope.Grants, area, model.Levels[rank].Id, parentToo);
            yield return Step(
                "vertical_align_top",
                $"Raise the ceiling in {where}: {AccessWords.Area(model, area.Id)}: {RemedyWords.Level(model, rank)}",
                scope with { Grants = raised, ExpiresAt = null });
        }
        else
        {
            var action = question.Actions[0];
            yield return Step(
                "vertical_align_top",
                $"Raise the ceiling in {where}: {RemedyWords.Action(model, action)}",
                scope with { Grants = GrantSteps.With(scope.Grants, action, Grants.Allow), ExpiresAt = null });
        }
        yield return GivingSteps.Member(
            "lock_open", $"Lift the ceiling in {where}", present => present with { Projects = [.. present.Projects.Where(other => other.Project != scope.Project)] });
    }

    public static IEnumerable<RemedyStep> Lowering(WhyQuestion question)
    {
        if (question.Project is not { } project) yield break;
        yield return Step("lock", $"Close project {project} to {question.Who}", new ProjectScope { Project = project });
    }

    private static RemedyStep Step(string icon, string text, ProjectScope scope) => GivingSteps.Member(
        icon, text, access => access with { Projects = With(access.Projects, scope) });

    private static ImmutableArray<ProjectScope> With(ImmutableArray<ProjectScope> scopes, ProjectScope scope) =>
        [.. scopes.Where(other => other.Project != scope.Project).Append(scope).OrderBy(other => other.Project, StringComparer.Ordinal)];
}
