using System.Collections.Immutable;

namespace RbacGrains.AdminConsole;

/// <content>A draft on top of what somebody else has saved meanwhile.</content>
public sealed partial record GridDraft
{
    /// <summary>
    /// The same draft on another state: what was touched here is set there, and everything else is as the other state has it.
    /// </summary>
    public GridDraft RebaseOn(Access theirs)
    {
        ArgumentNullException.ThrowIfNull(theirs);
        if (Saved is null) return this;
        var mine = Savable;
        var rebased = theirs with
        {
            Role = Pick(Saved.Role, mine.Role, theirs.Role),
            Grants = Pick(Saved.Grants, mine.Grants, theirs.Grants),
            Projects = PickProjects(Saved.Projects, mine.Projects, theirs.Projects),
            ExpiresAt = Pick(Saved.ExpiresAt, mine.ExpiresAt, theirs.ExpiresAt),
            Suspended = Pick(Saved.Suspended, mine.Suspended, theirs.Suspended),
        };
        return (this with { Saved = theirs, Chosen = rebased }).Show(Project);
    }

    private static T Pick<T>(T saved, T mine, T theirs) => EqualityComparer<T>.Default.Equals(saved, mine) ? theirs : mine;

    private static Grants Pick(Grants saved, Grants mine, Grants theirs) => Grants.Of(
        saved.Items.Concat(mine.Items).Concat(theirs.Items).Select(grant => grant.On).Distinct(StringComparer.Ordinal)
            .Select(on => (On: on, Level: Pick(saved[on], mine[on], theirs[on])))
            .Where(pair => pair.Level is not null)
            .Select(pair => KeyValuePair.Create(pair.On, pair.Level!)));

    private static ImmutableArray<ProjectScope> PickProjects(
        ImmutableArray<ProjectScope> saved, ImmutableArray<ProjectScope> mine, ImmutableArray<ProjectScope> theirs)
    {
        var projects = saved.Concat(mine).Concat(theirs).Select(scope => scope.Project).Distinct(StringComparer.Ordinal);
        return
        [
            .. projects.Order(StringComparer.Ordinal)
                .Select(project => PickScope(Find(saved, project), Find(mine, project), Find(theirs, project)))
                .OfType<ProjectScope>(),
        ];

        static ProjectScope? Find(ImmutableArray<ProjectScope> scopes, string project) => scopes.FirstOrDefault(scope => scope.Project == project);
    }

    private static ProjectScope? PickScope(ProjectScope? saved, ProjectScope? mine, ProjectScope? theirs)
    {
        if (saved is null || mine is null || theirs is null) return Pick(saved, mine, theirs);
        return theirs with
        {
            Role = Pick(saved.Role, mine.Role, theirs.Role),
            Grants = Pick(saved.Grants, mine.Grants, theirs.Grants),
            ExpiresAt = Pick(saved.ExpiresAt, mine.ExpiresAt, theirs.ExpiresAt),
        };
    }
}
