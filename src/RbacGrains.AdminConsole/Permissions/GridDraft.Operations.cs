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
            : WithScope(new ProjectScope { Project = project, Role = Chosen.Role, Grants = Chosen.Grants });
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

    private Access WithScope(ProjectScope scope) => Chosen with
    {
        Projects =
        [
            .. Chosen.Projects.Where(other => other.Project != scope.Project).Append(scope)
                .OrderBy(other => other.Project, StringComparer.Ordinal),
        ],
    };
}
