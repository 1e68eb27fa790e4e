namespace RbacGrains.AdminConsole;

/// <content>What can be done to a draft.</content>
public sealed partial record GridDraft
{
    /// <summary>Chooses a level in an area of what is shown.</summary>
    public GridDraft Choose(string area, int rank) => WithGrants(Sheet.Choose(area, rank));

    /// <summary>Takes away what is set in an area of what is shown.</summary>
    public GridDraft Reset(string area) => WithGrants(Sheet.Reset(area));

    /// <summary>Gives or takes a single action of what is shown.</summary>
    public GridDraft Toggle(string action, bool given) => WithGrants(Sheet.Toggle(action, given));

    /// <summary>Puts a preset's grants in the place of those that are shown.</summary>
    public GridDraft Apply(Preset preset) => WithGrants(GrantSheet.Apply(preset));

    /// <summary>Replaces the grants that are shown.</summary>
    public GridDraft WithGrants(Grants grants) => this with
    {
        Chosen = Scope is { } scope ? WithScope(scope with { Grants = grants }) : Chosen with { Grants = grants },
    };

    /// <summary>Chooses a role.</summary>
    public GridDraft WithRole(string role) => this with { Chosen = Chosen with { Role = role } };

    /// <summary>Chooses when the membership ends; null for never.</summary>
    public GridDraft WithExpiry(DateTimeOffset? expiresAt) => this with { Chosen = Chosen with { ExpiresAt = expiresAt } };

    /// <summary>Suspends the member, or ends the suspension.</summary>
    public GridDraft WithSuspended(bool suspended) => this with { Chosen = Chosen with { Suspended = suspended } };

    /// <summary>Shows the organization (null) or the ceiling of a project.</summary>
    public GridDraft Show(string? project) =>
        this with { Project = project is not null && Chosen.Projects.Any(scope => scope.Project == project) ? project : null };

    /// <summary>
    /// Gives a project a ceiling of its own and shows it. It begins at what is held in the organization, so that nothing changes
    /// until something is lowered; a ceiling that is there already is only shown.
    /// </summary>
    public GridDraft AddProject(string project)
    {
        ArgumentNullException.ThrowIfNull(project);
        var added = Chosen.Projects.Any(scope => scope.Project == project)
            ? Chosen
            : WithScope(new ProjectScope { Project = project, Role = Chosen.Role, Grants = WithGroups(Chosen) });
        return this with { Chosen = added, Project = project };
    }

    /// <summary>Takes a project's ceiling away.</summary>
    public GridDraft RemoveProject(string project) => this with
    {
        Chosen = Chosen with { Projects = [.. Chosen.Projects.Where(scope => scope.Project != project)] },
        Project = Project == project ? null : Project,
    };

    /// <summary>Chooses the role that bounds the member in the project that is shown; null for none.</summary>
    public GridDraft WithScopeRole(string? role) => Scope is { } scope ? this with { Chosen = WithScope(scope with { Role = role }) } : this;

    /// <summary>Chooses when the project that is shown closes to the member; null for never.</summary>
    public GridDraft WithScopeExpiry(DateTimeOffset? expiresAt) =>
        Scope is { } scope ? this with { Chosen = WithScope(scope with { ExpiresAt = expiresAt }) } : this;

    /// <summary>The draft as it was read.</summary>
    public GridDraft Discard() => Saved is null ? this : this with { Chosen = Saved, Project = null };

    // A project's ceiling names one role, so what groups give is put into its grants: areas by their level, and what else there is one by one.
    private Grants WithGroups(Access access)
    {
        if (access.Groups.IsEmpty || IsAdmin) return access.Grants;
        var model = Policy.Model;
        var sources = SourcesOf(access).Where(source => source.Kind == GridSourceKind.Group).ToList();
        var levels = sources.Aggregate(AreaLevels.Of(model, access.Grants), (most, source) => AreaLevels.Most(most, source.Levels(model)));
        var areas = model.AreaTable.All.Select((area, index) => (area.Id, Level: levels[index], Parent: model.AreaTable.Parents[index]))
            .Where(area => area.Level != (area.Parent < 0 ? 0 : levels[area.Parent]))
            .Select(area => KeyValuePair.Create(area.Id, model.Levels[area.Level].Id));
        var held = EffectivePermissions.Of(Policy, access, null, TimeProvider.System).Sources
            .Where(source => source.Kind == PermissionSource.GroupKind).SelectMany(source => source.Actions).ToHashSet(StringComparer.Ordinal);
        var actions = held.Where(action => !IsOfLevel(model, levels, action)).Select(action => KeyValuePair.Create(action, Grants.Allow));
        return Grants.Of(areas.Concat(access.Grants.Items.Where(grant => grant.IsAction).Select(grant => KeyValuePair.Create(grant.On, grant.Level))).Concat(actions));
    }

    private static bool IsOfLevel(AuthorizationModel model, int[] levels, string action)
    {
        var colon = action.LastIndexOf(':');
        return model.AreaTable.TryFind(action[..colon], out var area) && model.Levels[levels[area]].Verbs.Contains(action[(colon + 1)..]);
    }

    private Access WithScope(ProjectScope scope) => Chosen with
    {
        Projects =
        [
            .. Chosen.Projects.Where(other => other.Project != scope.Project).Append(scope)
                .OrderBy(other => other.Project, StringComparer.Ordinal),
        ],
    };
}
