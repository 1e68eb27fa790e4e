using System.Collections.Immutable;

namespace RbacGrains.Contract.Tests.Previews;

/// <summary>Members and changes by chance, some of which nobody may make. The same seed makes the same ones.</summary>
internal sealed class RandomChanges(int seed, AuthorizationModel model, IReadOnlyList<string> users, TimeProvider clock)
{
    private static readonly string[] Projects = ["p1", "p2", ProjectScope.Others];

    // Some of them exist at times.
    private static readonly string[] Groups = ["g1", "g2", "g3"];
    private static readonly string[] Own = ["own-a", "own-b", "own-c"];

    private readonly Random _random = new(seed);
    private readonly Dictionary<string, RoleContent> _last = new(StringComparer.Ordinal);

    public int Below(int bound) => _random.Next(bound);

    public bool Chance(double probability) => _random.NextDouble() < probability;

    public T OneOf<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];

    public string User() => OneOf(users);

    /// <summary>What somebody can be assigned; <paramref name="sound"/> makes it one that is not refused for what it says.</summary>
    public MemberAssignment Assignment(bool sound = false) => new()
    {
        Role = Role(sound),
        Preset = Chance(0.2) ? Preset(sound) : null,
        Grants = Grants(sound),
        Projects = Ceilings(sound),
        ExpiresAt = Expiry(sound),
        Suspended = Chance(0.15),
        Email = Chance(0.2) ? "somebody@example.com" : null,
    };

    /// <summary>A role of the organization's own: anything, or what was thought of last with one thing more.</summary>
    public (string Id, RoleContent Content) OwnRole()
    {
        var id = OneOf(Own);
        var content = _last.TryGetValue(id, out var last) && Chance(0.5)
            ? last with { Grants = Model.Grants.Of(last.Grants.Pairs().Append(KeyValuePair.Create(OneOf(model.Actions.Names), Model.Grants.Allow))) }
            : new RoleContent
            {
                Title = $"Own {_random.Next(1000)}",
                BasedOn = Chance(0.25) ? null : Chance(0.3) ? OneOf(Own) : OneOf(model.Roles).Id,
                Grants = Overlay(),
                Plans = Chance(0.7) ? [] : [OneOf(model.Plans).Id],
                AssignableBy = Chance(0.8) ? [] : [OneOf(model.Roles).Id],
                AcceptNarrowing = Chance(0.7),
            };
        _last[id] = content;
        return (id, content);
    }

    /// <summary>What a group can give.</summary>
    public (string Id, GroupContent Content) Group() => (OneOf(Groups), new GroupContent
    {
        Title = $"Group {_random.Next(1000)}",
        Role = Chance(0.4) ? null : Role(sound: false),
        Preset = Chance(0.2) ? Preset(sound: false) : null,
        Grants = Grants(sound: Chance(0.8)),
    });

    /// <summary>A change of one thing: of a member, a role, a group, or the plan.</summary>
    public PreviewedChange Change() => _random.Next(21) switch
    {
        0 or 1 or 2 => new PreviewedChange { Member = new PreviewedMember(User()) { Put = Assignment() } },
        3 or 4 or 5 => new PreviewedChange { Member = new PreviewedMember(User()) { Patch = Patch() } },
        6 or 7 => new PreviewedChange { Member = new PreviewedMember(User()) { Remove = true } },
        8 or 9 or 10 => OwnRole() is var (id, content) ? new PreviewedChange { Role = new PreviewedRole(id) { Put = content } } : null!,
        11 => new PreviewedChange
        {
            Role = new PreviewedRole(Chance(0.1) ? OneOf(model.Roles).Id : OneOf(Own))
            {
                Delete = new DeleteRole(Chance(0.6) ? Role(sound: false) : null),
            },
        },
        12 or 13 => Group() is var (id, content) ? new PreviewedChange { Group = new PreviewedGroup(id) { Put = content } } : null!,
        14 => new PreviewedChange { Group = new PreviewedGroup(OneOf(Groups)) { Delete = true } },
        15 or 16 or 17 => new PreviewedChange { Group = new PreviewedGroup(OneOf(Groups)) { AddMember = User() } },
        18 => new PreviewedChange { Group = new PreviewedGroup(OneOf(Groups)) { RemoveMember = User() } },
        _ => new PreviewedChange { Plan = new PreviewedPlan(Chance(0.05) ? "gold" : OneOf(model.Plans).Id) { Reassign = Reassign() } },
    };

    /// <summary>Who makes a change, and on what condition.</summary>
    public async Task<ChangeContext> Context(IOrganization organization, PreviewedChange change, string operation)
    {
        var context = Chance(0.45) ? ChangeContext.Service : ChangeContext.By(Chance(0.3) ? "owner" : User());
        if (Chance(0.3)) context = context with { OperationId = operation };
        if (Chance(0.1)) context = context with { RequiredAction = OneOf(model.Actions.Names) };
        if (!Chance(0.15)) return context;
        var version = (change.Member?.User ?? change.Group?.AddMember ?? change.Group?.RemoveMember) is { } user
            ? (await organization.GetMember(Caller.Service, user, CancellationToken.None)).Value?.Access.Version ?? 0
            : change.Group is { } group
            ? (await organization.GetGroup(Caller.Service, group.Group, CancellationToken.None)).Value?.Version ?? 0
            : change.Role is { } role
            ? (await organization.GetRole(Caller.Service, role.Role, CancellationToken.None)).Value?.Custom?.Version ?? 0
            : (await organization.Get(Caller.Service, CancellationToken.None)).Require().PolicyVersion;
        return context with { ExpectedVersion = Chance(0.5) ? version : version + 1 };
    }

    private MemberPatch Patch() => new()
    {
        Role = Chance(0.4) ? Role(sound: false) : null,
        Preset = Chance(0.1) ? Preset(sound: false) : null,
        ClearGrants = Chance(0.1),
        Grants = Chance(0.5)
            ? Grants(sound: false).Items.ToImmutableSortedDictionary(
                grant => grant.On, grant => Chance(0.3) ? null : grant.Level, StringComparer.Ordinal)
            : ImmutableSortedDictionary<string, string?>.Empty,
        ClearProjects = Chance(0.1),
        Projects = Ceilings(sound: false).ToImmutableSortedDictionary(
            ceiling => ceiling.Project, ceiling => Chance(0.3) ? null : ceiling, StringComparer.Ordinal),
        ExpiresAt = Chance(0.2) ? new Optional<DateTimeOffset?>(true, Expiry(sound: false)) : default,
        Suspended = Chance(0.25) ? Chance(0.5) : null,
    };

    private string? Role(bool sound) =>
        !sound && Chance(0.05) ? (Chance(0.5) ? "king" : null) : !sound && Chance(0.4) ? OneOf(Own) : OneOf(model.Roles).Id;

    private string? Preset(bool sound) =>
        model.Presets.IsEmpty ? (sound || Chance(0.9) ? null : "no-such") : OneOf(model.Presets).Id;

    private Grants Overlay()
    {
        var pairs = Grants(sound: true).Pairs().ToList();
        if (Chance(0.5)) pairs.Add(KeyValuePair.Create(OneOf(model.Actions.Names), "none"));
        return Model.Grants.Of(pairs);
    }

    private Grants Grants(bool sound)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        for (var count = _random.Next(4); count > 0; count--)
            pairs.Add(model.AreaTable.All.IsEmpty || Chance(0.4)
                ? KeyValuePair.Create(OneOf(model.Actions.Names), Model.Grants.Allow)
                : KeyValuePair.Create(OneOf(model.AreaTable.All).Id, OneOf(model.Levels).Id));
        if (!sound) return Model.Grants.Of(pairs);

        // A sub-area is not above its parent where that holds it down.
        var parents = pairs.Where(pair => model.AreaTable.TryFind(pair.Key, out var area) && model.AreaTable.All[area].ParentId is not null)
            .Select(pair => KeyValuePair.Create(pair.Key[..pair.Key.IndexOf('/', StringComparison.Ordinal)], model.Levels[^1].Id));
        return Model.Grants.Of(pairs.Concat(parents));
    }

    private ImmutableArray<ProjectAssignment> Ceilings(bool sound) =>
    [
        .. Projects.Where(_ => Chance(0.25)).Select(project => new ProjectAssignment
        {
            Project = project,
            Role = Chance(0.5) ? Role(sound) : null,
            Grants = Grants(sound),
            ExpiresAt = Chance(0.2) ? clock.GetUtcNow().AddHours(_random.Next(-2, 3)) : null,
        }),
    ];

    private DateTimeOffset? Expiry(bool sound) =>
        Chance(0.7) ? null : clock.GetUtcNow().AddHours(!sound && Chance(0.2) ? -1 : 1 + _random.Next(3));

    private ImmutableSortedDictionary<string, string> Reassign()
    {
        var reassign = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var limited = model.Roles.Where(role => !role.Plans.IsEmpty).ToList();
        foreach (var role in limited)
            if (Chance(0.6)) reassign[role.Id] = OneOf(model.Roles).Id;
        if (Chance(0.2)) reassign[OneOf(Own)] = OneOf(model.Roles).Id;
        if (Chance(0.1)) reassign[OneOf(model.Roles).Id] = OneOf(model.Roles).Id;
        return reassign.ToImmutable();
    }
}
