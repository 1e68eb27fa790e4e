using System.Collections.Immutable;
using RbacGrains.AdminConsole.Components;

namespace RbacGrains.AdminConsole;

/// <summary>A group as it is edited. Immutable; every edit makes another one.</summary>
public sealed record GroupDraft : IEditedDraft
{
    /// <summary>What the organization's members are judged by.</summary>
    public required Policy Policy { get; init; }

    /// <summary>The group as it was read; null for a new one.</summary>
    public GroupView? Saved { get; init; }

    /// <summary>What the person who edits holds, beyond which nothing can be given; null for whoever may give everything.</summary>
    public Access? Giver { get; init; }

    /// <summary>The moment by which what the giver holds is judged.</summary>
    public DateTimeOffset Now { get; init; }

    /// <summary>The id of a new group, as it was typed; empty to follow the title.</summary>
    public string TypedId { get; init; } = "";

    /// <summary>The title.</summary>
    public string Title { get; init; } = "";

    /// <summary>What it is for.</summary>
    public string Description { get; init; } = "";

    /// <summary>The role that its members hold through it; null for none.</summary>
    public string? Role { get; init; }

    /// <summary>What its members are granted beside the role.</summary>
    public Grants Grants { get; init; } = Grants.Empty;

    /// <summary>A draft of a group that is there.</summary>
    public static GroupDraft Of(Policy policy, GroupView group, Access? giver, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(group);
        return new GroupDraft
        {
            Policy = policy,
            Saved = group,
            Giver = giver,
            Now = now,
            Title = group.Title,
            Description = group.Description,
            Role = group.Role,
            Grants = group.Grants,
        };
    }

    /// <summary>The group's id: that of the group that was read, the typed one, or the slug of the title.</summary>
    public string Id => Saved?.Id ?? (TypedId.Trim() is { Length: > 0 } typed ? typed : Slug.Of(Title));

    /// <summary>What is asked for.</summary>
    public GroupContent Content => new() { Title = Title.Trim(), Description = Description.Trim(), Role = Role, Grants = Grants };

    /// <inheritdoc/>
    public bool IsNew => Saved is null;

    /// <summary>Whether saving would change anything.</summary>
    public bool HasChanges => Saved is not { } saved
        || Title.Trim() != saved.Title || Description.Trim() != saved.Description || Role != saved.Role || !Grants.Equals(saved.Grants);

    /// <summary>The roles that a group can give: never an admin's.</summary>
    public IEnumerable<Role> Roles => Policy.Roles.Where(role => !role.IsAdmin && (role.IsOfferedBy(Policy.Plan.Id) || role.Id == Role));

    /// <summary>The areas and actions, with what the role gives beside them.</summary>
    public GrantSheet Sheet => new()
    {
        Model = Policy.Model,
        Own = Grants,
        Saved = Saved?.Grants,
        Beside = [.. new[] { GridSource.OfRole(Policy, Role) }.OfType<GridSource>()],
        Refuses = Giver is null ? null : grants => RefusalOf(Role, grants),
    };

    /// <summary>Every preset of the model, with why it cannot be applied.</summary>
    public ImmutableArray<PresetChoice> Presets
    {
        get
        {
            var on = Sheet.Preset;
            return [.. Policy.Model.Presets.Select(preset => new PresetChoice(preset, preset == on, Giver is null ? null : RefusalOf(Role, preset.Grants)))];
        }
    }

    /// <summary>The same edit on top of what somebody else has saved meanwhile: what was not edited here is theirs.</summary>
    public GroupDraft Onto(Policy policy, GroupView theirs)
    {
        ArgumentNullException.ThrowIfNull(theirs);
        if (Saved is not { } mine) return this with { Policy = policy };
        var edited = Grants.Items.Select(grant => grant.On).Union(mine.Grants.Items.Select(grant => grant.On))
            .Where(on => Grants[on] != mine.Grants[on]).ToHashSet(StringComparer.Ordinal);
        return Of(policy, theirs, Giver, Now) with
        {
            Title = Title.Trim() == mine.Title ? theirs.Title : Title,
            Description = Description.Trim() == mine.Description ? theirs.Description : Description,
            Role = Role == mine.Role ? theirs.Role : Role,
            Grants = Grants.Of(theirs.Grants.Pairs().Where(pair => !edited.Contains(pair.Key))
                .Concat(Grants.Pairs().Where(pair => edited.Contains(pair.Key)))),
        };
    }

    /// <summary>How what somebody else has saved differs from what was read, in words.</summary>
    public ImmutableArray<AccessChange> ChangedBy(GroupView theirs)
    {
        ArgumentNullException.ThrowIfNull(theirs);
        if (Saved is not { } mine) return [];
        var lines = ImmutableArray.CreateBuilder<AccessChange>();
        Add("Title", mine.Title, theirs.Title);
        Add("Description", mine.Description, theirs.Description);
        // What somebody holds through a group differs as a member's own assignment does.
        lines.AddRange(AccessWords.Changes(
            Policy, new Access { Role = mine.Role ?? "", Grants = mine.Grants }, new Access { Role = theirs.Role ?? "", Grants = theirs.Grants }));
        return lines.ToImmutable();

        void Add(string what, string was, string isNow)
        {
            if (was != isNow) lines.Add(new AccessChange(what, was.Length == 0 ? "nothing" : was, isNow.Length == 0 ? "nothing" : isNow));
        }
    }

    private string? RefusalOf(string? role, Grants grants)
    {
        var before = Saved is { } saved ? Member(saved.Role, saved.Grants) : Member(null, Grants.Empty);
        var beyond = Containment.Beyond(Policy, Giver!, before, Member(role, grants), Now);
        return beyond.IsEmpty
            ? null : $"Nobody gives what they do not hold, and you do not hold {AccessWords.List(beyond.Select(action => RemedyWords.Action(Policy.Model, action)), 3)}.";
    }

    // Somebody who holds just what the group gives.
    private static Access Member(string? role, Grants grants) => new() { Role = "", Groups = [new GroupGrants("group", 1, role, grants)] };
}
