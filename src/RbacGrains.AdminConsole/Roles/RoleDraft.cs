using System.Collections.Immutable;
using RbacGrains.AdminConsole.Components;

namespace RbacGrains.AdminConsole;

/// <summary>A role of the organization's own as it is edited. Immutable; every edit makes another one.</summary>
public sealed record RoleDraft : IEditedDraft
{
    /// <summary>What the organization's members are judged by.</summary>
    public required Policy Policy { get; init; }

    /// <summary>The role as it was read; null for a new one.</summary>
    public CustomRole? Saved { get; init; }

    /// <summary>What the person who edits holds, beyond which nothing can be given; null for whoever may give everything.</summary>
    public Access? Giver { get; init; }

    /// <summary>The id of a new role, as it was typed; empty to follow the title.</summary>
    public string TypedId { get; init; } = "";

    /// <summary>The title.</summary>
    public string Title { get; init; } = "";

    /// <summary>What it is for.</summary>
    public string Description { get; init; } = "";

    /// <summary>The role that it builds on; null for none.</summary>
    public string? BasedOn { get; init; }

    /// <summary>What it sets itself.</summary>
    public Grants Grants { get; init; } = Grants.Empty;

    /// <summary>The plans that offer it; empty for all that offer its base.</summary>
    public ImmutableArray<string> Plans { get; init; } = [];

    /// <summary>The roles whose holders give it; empty for whoever may change members.</summary>
    public ImmutableArray<string> AssignableBy { get; init; } = [];

    /// <summary>A draft of a role that is there.</summary>
    public static RoleDraft Of(Policy policy, CustomRole role, Access? giver)
    {
        ArgumentNullException.ThrowIfNull(role);
        return new RoleDraft
        {
            Policy = policy,
            Saved = role,
            Giver = giver,
            Title = role.Title,
            Description = role.Description,
            BasedOn = role.BasedOn,
            Grants = role.Grants,
            Plans = role.Plans,
            AssignableBy = role.AssignableBy,
        };
    }

    /// <summary>A draft of a new role.</summary>
    /// <param name="policy">What the organization's members are judged by.</param>
    /// <param name="basedOn">The role to build on; null for none.</param>
    /// <param name="giver">What the person who makes it holds; null for whoever may give everything.</param>
    public static RoleDraft New(Policy policy, string? basedOn, Access? giver)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return new RoleDraft { Policy = policy, Giver = giver, BasedOn = basedOn is not null && policy.FindRole(basedOn) is not null ? basedOn : null };
    }

    /// <summary>The role's id: that of the role that was read, the typed one, or the slug of the title.</summary>
    public string Id => Saved?.Id ?? (TypedId.Trim() is { Length: > 0 } typed ? typed : Slug.Of(Title));

    /// <summary>The role that it builds on.</summary>
    public Role? Base => BasedOn is null ? null : Policy.FindRole(BasedOn);

    /// <summary>What is asked for.</summary>
    /// <param name="acceptNarrowing">Whether it may take something from those who hold it.</param>
    public RoleContent ToContent(bool acceptNarrowing) => new()
    {
        Title = Title.Trim(),
        Description = Description.Trim(),
        BasedOn = BasedOn,
        Grants = Grants,
        Plans = Plans,
        AssignableBy = AssignableBy,
        AcceptNarrowing = acceptNarrowing,
    };

    /// <inheritdoc/>
    public bool IsNew => Saved is null;

    /// <summary>Whether saving would change anything.</summary>
    public bool HasChanges => Saved is not { } saved
        || Title.Trim() != saved.Title || Description.Trim() != saved.Description || BasedOn != saved.BasedOn || !Grants.Equals(saved.Grants)
        || !Plans.ToHashSet(StringComparer.Ordinal).SetEquals(saved.Plans) || !AssignableBy.ToHashSet(StringComparer.Ordinal).SetEquals(saved.AssignableBy);

    /// <summary>The areas and actions with what is inherited from the base, added and withdrawn.</summary>
    public GrantSheet Sheet => new()
    {
        Model = Policy.Model,
        Own = Grants,
        Saved = Saved?.Grants,
        Base = BaseGrants,
        BaseTitle = Base?.Title ?? "",
        Refuses = Giver is null ? null : grants => (this with { Grants = grants }).RefusalOfGiving,
    };

    /// <summary>The roles on which it can build: not itself, and none that builds on it.</summary>
    public IEnumerable<Role> Bases
    {
        get
        {
            var dependents = Saved is null ? [] : RoleBases.Dependents(Policy.CustomRoles, Saved.Id);
            return Policy.Roles.Where(role => !dependents.Contains(role.Id));
        }
    }

    /// <summary>Why the person may not make the role what it is to be, as a sentence; null when they may.</summary>
    public string? RefusalOfGiving
    {
        get
        {
            if (Giver is null || Next() is not { } next) return null;
            var beyond = Containment.Beyond(Policy, Giver, next, RoleBases.Dependents(next.CustomRoles, Id));
            return beyond.IsEmpty
                ? null : $"Nobody gives what they do not hold, and you do not hold {AccessWords.List(beyond.Select(action => RemedyWords.Action(Policy.Model, action)), 3)}.";
        }
    }

    /// <summary>The same edit on top of what somebody else has saved meanwhile: what was not edited here is theirs.</summary>
    public RoleDraft Onto(Policy policy, CustomRole theirs)
    {
        ArgumentNullException.ThrowIfNull(theirs);
        if (Saved is not { } mine) return this with { Policy = policy };
        var edited = Grants.Items.Select(grant => grant.On).Union(mine.Grants.Items.Select(grant => grant.On))
            .Where(on => Grants[on] != mine.Grants[on]).ToHashSet(StringComparer.Ordinal);
        return Of(policy, theirs, Giver) with
        {
            Title = Title.Trim() == mine.Title ? theirs.Title : Title,
            Description = Description.Trim() == mine.Description ? theirs.Description : Description,
            BasedOn = BasedOn == mine.BasedOn ? theirs.BasedOn : BasedOn,
            Grants = Grants.Of(theirs.Grants.Pairs().Where(pair => !edited.Contains(pair.Key))
                .Concat(Grants.Pairs().Where(pair => edited.Contains(pair.Key)))),
            Plans = Plans.SequenceEqual(mine.Plans) ? theirs.Plans : Plans,
            AssignableBy = AssignableBy.SequenceEqual(mine.AssignableBy) ? theirs.AssignableBy : AssignableBy,
        };
    }

    private Grants BaseGrants
    {
        get
        {
            if (Base is not { } role) return Grants.Empty;
            var model = Policy.Model;
            if (!role.IsAdmin)
                return Grants.Of(role.Grants.Pairs().Concat(role.Withdrawn.Select(action => KeyValuePair.Create(action, Grants.None))));
            var areas = model.Areas.Select(area => KeyValuePair.Create(area.Id, model.Levels[^1].Id));
            var actions = model.Resources.SelectMany(resource => resource.Verbs.Select(verb => KeyValuePair.Create($"{resource.Id}:{verb}", Grants.Allow)));
            return Grants.Of(areas.Concat(actions));
        }
    }

    // Null while it is no role that could be.
    private Policy? Next()
    {
        if (!Slug.IsValid(Id) || (Saved is null && Policy.FindRole(Id) is not null)) return null;
        var role = new CustomRole
        {
            Id = Id,
            Title = Title,
            BasedOn = BasedOn,
            Grants = Grants,
            Plans = Plans,
            AssignableBy = AssignableBy,
            Version = Policy.Version + 1,
        };
        ImmutableArray<CustomRole> all = [.. Policy.CustomRoles.Where(other => other.Id != Id), role];
        return RoleBases.CycleFrom(all, Id).IsEmpty ? new Policy(Policy.Model, Policy.Plan.Id, Policy.Version + 1, all) : null;
    }
}
