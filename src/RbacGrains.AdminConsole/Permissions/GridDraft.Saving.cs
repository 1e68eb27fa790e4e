using System.Collections.Immutable;

namespace RbacGrains.AdminConsole;

/// <content>What a draft comes to when it is saved.</content>
public sealed partial record GridDraft
{
    /// <summary>
    /// The chosen access as the engine can store it: a sub-area that was set in this draft and then overtaken by its parent follows the
    /// parent, which has the same effect. What was overtaken before stays set.
    /// </summary>
    public Access Savable => Chosen with
    {
        Grants = Settled(Chosen.Grants, Saved?.Grants ?? Grants.Empty),
        Projects = [.. Chosen.Projects.Select(scope => Saved?.Projects.Contains(scope) is true
            ? scope
            : scope with { Grants = Settled(scope.Grants, Grants.Empty) })],
    };

    /// <summary>What is held in effect once the draft is saved.</summary>
    public EffectivePermissions InEffect(string? project, TimeProvider clock) => EffectivePermissions.Of(Policy, Savable, project, clock);

    /// <summary>The change that makes the draft of what was read.</summary>
    public MemberPatch ToPatch()
    {
        var (saved, chosen) = (Saved ?? throw new InvalidOperationException("Somebody new is assigned, not changed."), Savable);
        return new MemberPatch
        {
            Role = chosen.Role == saved.Role ? null : chosen.Role,
            Grants = GrantChanges(saved.Grants, chosen.Grants),
            Projects = ProjectChanges(saved, chosen),
            ExpiresAt = chosen.ExpiresAt == saved.ExpiresAt ? default : chosen.ExpiresAt,
            Suspended = chosen.Suspended == saved.Suspended ? null : chosen.Suspended,
        };
    }

    /// <summary>The draft as the whole assignment of somebody new.</summary>
    public MemberAssignment ToAssignment(string? email)
    {
        var chosen = Savable;
        return new MemberAssignment
        {
            Role = chosen.Role,
            Grants = chosen.Grants,
            Projects = [.. chosen.Projects.Select(Assign)],
            ExpiresAt = chosen.ExpiresAt,
            Suspended = chosen.Suspended,
            Email = email,
        };
    }

    private ImmutableSortedDictionary<string, string?> GrantChanges(Grants saved, Grants chosen)
    {
        var changes = ImmutableSortedDictionary.CreateBuilder<string, string?>(StringComparer.Ordinal);
        foreach (var grant in saved.Items)
            if (chosen[grant.On] is null) changes[grant.On] = null;
        foreach (var grant in chosen.Items)
            if (saved[grant.On] != grant.Level) changes[grant.On] = grant.Level;
        if (Policy.Model.Inheritance != Inheritance.Cascade) return changes.ToImmutable();

        // Setting a parent sets its sub-areas there: what they are to have of their own is said again.
        foreach (var area in Policy.Model.Areas.Where(area => changes.GetValueOrDefault(area.Id) is not null))
            foreach (var sub in area.SubAreas)
                if (chosen[sub.Id] is { } level) changes[sub.Id] = level;
        return changes.ToImmutable();
    }

    private static ImmutableSortedDictionary<string, ProjectAssignment?> ProjectChanges(Access saved, Access chosen)
    {
        var changes = ImmutableSortedDictionary.CreateBuilder<string, ProjectAssignment?>(StringComparer.Ordinal);
        foreach (var scope in saved.Projects)
            if (!chosen.Projects.Any(other => other.Project == scope.Project)) changes[scope.Project] = null;
        foreach (var scope in chosen.Projects)
            if (!saved.Projects.Contains(scope)) changes[scope.Project] = Assign(scope);
        return changes.ToImmutable();
    }

    private static ProjectAssignment Assign(ProjectScope scope) => new()
    {
        Project = scope.Project,
        Role = scope.Role,
        Grants = scope.Grants,
        ExpiresAt = scope.ExpiresAt,
    };

    private Grants Settled(Grants chosen, Grants saved)
    {
        var model = Policy.Model;
        if (model.Inheritance != Inheritance.Cap) return chosen;
        return Grants.Of(chosen.Pairs().Where(pair => saved[pair.Key] == pair.Value || !IsOvertaken(model, chosen, pair.Key, pair.Value)));
    }

    private static bool IsOvertaken(AuthorizationModel model, Grants grants, string area, string level) =>
        model.AreaTable.TryFind(area, out var index)
        && model.AreaTable.Parents[index] is >= 0 and var parent
        && model.RankOf(level) > model.RankOf(grants[model.AreaTable.All[parent].Id] ?? model.Levels[0].Id);
}
