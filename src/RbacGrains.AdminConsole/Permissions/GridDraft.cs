using System.Collections.Immutable;

namespace RbacGrains.AdminConsole;

/// <summary>
/// What a member is assigned, as it is edited: the access as it was read, and what is chosen now. Immutable; every operation answers with
/// another draft. What it comes to when saved is <see cref="ToPatch"/>, or <see cref="ToAssignment"/> for somebody new.
/// </summary>
public sealed partial record GridDraft
{
    /// <summary>What the organization's members are judged by.</summary>
    public required Policy Policy { get; init; }

    /// <summary>The access as it was read; null for somebody new.</summary>
    public Access? Saved { get; init; }

    /// <summary>The access as it is chosen now.</summary>
    public required Access Chosen { get; init; }

    /// <summary>What the person who edits holds, beyond which nothing can be given; null for whoever may give everything.</summary>
    public Access? Giver { get; init; }

    /// <summary>The moment by which expiries are judged.</summary>
    public DateTimeOffset Now { get; init; }

    /// <summary>The project whose ceiling is shown, or <see cref="ProjectScope.Others"/>; null for the organization.</summary>
    public string? Project { get; init; }

    /// <summary>The names of the member's groups as people write them, by their ids, as far as they are known.</summary>
    public ImmutableSortedDictionary<string, string> GroupTitles { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>A draft of a member's access.</summary>
    public static GridDraft Of(Policy policy, Access saved, Access? giver, DateTimeOffset now) =>
        new() { Policy = policy, Saved = saved, Chosen = saved, Giver = giver, Now = now };

    /// <summary>A draft for somebody new, with the model's default role, or else the first that is offered and no admin's.</summary>
    public static GridDraft New(Policy policy, Access? giver, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var role = policy.Model.DefaultRole
            ?? policy.Roles.FirstOrDefault(role => role.IsOfferedBy(policy.Plan.Id) && !role.IsAdmin)?.Id
            ?? policy.Roles[0].Id;
        return new GridDraft { Policy = policy, Chosen = new Access { Role = role }, Giver = giver, Now = now };
    }

    /// <summary>Whether saving would change anything.</summary>
    public bool HasChanges => Saved is null || !Savable.Equals(Saved);

    /// <summary>The role that is chosen; null when the organization has none of that id.</summary>
    public Role? Role => Policy.FindRole(Chosen.Role);

    /// <summary>Whether the chosen role holds everything, so that nothing can be set beside it.</summary>
    public bool IsAdmin => Policy.FindOfferedRole(Chosen.Role) is { IsAdmin: true };

    /// <summary>The ceiling of <see cref="Project"/>; null in the organization.</summary>
    public ProjectScope? Scope => Project is null ? null : Chosen.Projects.FirstOrDefault(scope => scope.Project == Project);

    /// <summary>The grants that are shown: the organization's, or those of the project's ceiling.</summary>
    public GrantSheet Sheet => Scope is { } scope ? ScopeSheet(scope) : OrganizationSheet;

    /// <summary>Every role, with why it cannot be given.</summary>
    public ImmutableArray<RoleChoice> Roles => [.. Policy.Roles.Select(role => new RoleChoice(role, RefusalOf(role)))];

    /// <summary>Every preset of the model, with why it cannot be applied.</summary>
    public ImmutableArray<PresetChoice> Presets
    {
        get
        {
            var on = IsAdmin && Scope is null ? null : Sheet.Preset;
            return [.. Policy.Model.Presets.Select(preset => new PresetChoice(preset, preset == on, RefusalOf(preset)))];
        }
    }

    /// <summary>The name of a group as people write it; its id where that is not known.</summary>
    public string TitleOfGroup(string group) => GroupTitles.GetValueOrDefault(group, group);

    private GrantSheet OrganizationSheet => new()
    {
        Model = Policy.Model,
        Own = Chosen.Grants,
        Saved = Saved?.Grants,
        Beside = SourcesOf(Chosen),
        Refuses = Giver is null ? null : grants => Beyond(Chosen with { Grants = grants }),
        ClosedGates = [.. Policy.GatesClosedTo(RolesOf(Chosen))],
    };

    private GrantSheet ScopeSheet(ProjectScope scope) => new()
    {
        Model = Policy.Model,
        Own = scope.Grants,
        Saved = Saved?.Projects.FirstOrDefault(saved => saved.Project == scope.Project)?.Grants,
        Beside = [.. new[] { GridSource.OfRole(Policy, scope.Role) }.OfType<GridSource>()],
        Ceiling = new GridCeiling("what is held in the organization", [.. OrganizationSheet.Rows.Select(row => row.Rank)]),
        Refuses = Giver is null ? null : grants => Beyond(WithScope(scope with { Grants = grants })),
        ClosedGates = [.. Policy.GatesClosedTo(RolesOf(Chosen))],
    };

    private string[] RolesOf(Access access) =>
        [access.Role, .. access.Groups.Select(group => Policy.FindRoleOfGroup(group.Role)?.Id).OfType<string>()];

    /// <summary>What gives access beside the grants.</summary>
    private ImmutableArray<GridSource> SourcesOf(Access access) =>
    [
        .. new[] { GridSource.OfRole(Policy, access.Role) }.OfType<GridSource>(),
        .. access.Groups.Select(group => GridSource.OfGroup(Policy, group, TitleOfGroup(group.Group))),
    ];

    private string? RefusalOf(Role role)
    {
        if (!role.IsOfferedBy(Policy.Plan.Id))
            return $"The plan {Policy.Plan.Title} does not offer this role; it needs {string.Join(" or ", role.Plans.Select(PlanTitle))}.";
        if (role.Id == Chosen.Role || Giver is null) return null;
        if (Policy.FindCustomRole(role.Id) is { AssignableBy: { IsEmpty: false } givers } && !givers.Contains(Giver.Role))
            return $"Only {string.Join(" or ", givers.Select(giver => Policy.FindRole(giver)?.Title ?? giver))} may give this role.";
        return role.IsAdmin && Beyond(Chosen with { Role = role.Id }) is not null
            ? "Only an admin gives this role."
            : Beyond(Chosen with { Role = role.Id });
    }

    private string? RefusalOf(Preset preset)
    {
        if (Sheet.Admin is { } admin) return $"{char.ToUpperInvariant(admin.Name[0])}{admin.Name[1..]} holds everything already.";
        if (Giver is null) return null;
        return Beyond(Scope is { } scope ? WithScope(scope with { Grants = preset.Grants }) : Chosen with { Grants = preset.Grants });
    }

    private string PlanTitle(string plan) => Policy.Model.FindPlan(plan)?.Title ?? plan;

    // What the draft goes beyond already is said of the draft; a choice is refused for what it adds to that.
    private string? Beyond(Access candidate)
    {
        var already = Containment.Beyond(Policy, Giver!, Saved, Chosen, Now);
        var beyond = Containment.Beyond(Policy, Giver!, Saved, candidate, Now).Except(already).ToList();
        return beyond.Count == 0
            ? null
            : $"Nobody gives what they do not hold, and you do not hold {AccessWords.List(beyond.Select(AccessWords.Action), 3)}.";
    }
}

/// <summary>A role that could be chosen.</summary>
/// <param name="Role">The role.</param>
/// <param name="Refusal">Why it cannot be, as a sentence; null when it can.</param>
public sealed record RoleChoice(Role Role, string? Refusal);

/// <summary>A preset that could be applied.</summary>
/// <param name="Preset">The preset.</param>
/// <param name="IsOn">Whether the grants amount to it.</param>
/// <param name="Refusal">Why it cannot be, as a sentence; null when it can.</param>
public sealed record PresetChoice(Preset Preset, bool IsOn, string? Refusal);
