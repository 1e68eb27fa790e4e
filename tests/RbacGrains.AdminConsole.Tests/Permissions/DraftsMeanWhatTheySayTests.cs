using Microsoft.Extensions.Logging.Abstractions;
using RbacGrains.Contract.Tests;
using RbacGrains.Core;
using RbacGrains.Embedded;
using RbacGrains.Model;
using RbacGrains.Storage;
using RbacGrains.Testing;

namespace RbacGrains.AdminConsole.Tests.Permissions;

/// <summary>What a draft says is in effect is what is in effect once the engine has saved it: random drafts, the real engine.</summary>
public sealed class DraftsMeanWhatTheySayTests
{
    private const int Members = 60;
    private const int Saves = 4;
    private const int Steps = 8;
    private static readonly string[] Groups = ["blue", "green", "red"];

    [Theory]
    [InlineData("agent-studio", 1)]
    [InlineData(ContractModels.Workshop, 2)]
    [InlineData(ContractModels.Cascade, 3)]
    [InlineData("letta", 4)]
    public async Task The_engine_makes_of_a_draft_what_the_draft_says(string model, int seed)
    {
        using var folder = new TemporaryDirectory();
        var clock = new ManualClock();
        var options = new StorageOptions { Provider = StorageProvider.Sqlite, ConnectionString = $"Data Source={Path.Combine(folder.Path, "rbac.db")}" };
        await using var database = await Database.Open(options, TimeProvider.System, NullLogger<Database>.Instance);
        await using var grid = await EmbeddedGrid.Open(database, database, ContractModels.Catalog, clock, default);
        var organization = grid.Organization("acme");
        (await organization.Create(ChangeContext.Service, new CreateOrganization("Acme", model, "enterprise", "owner"), default)).Require();
        var policy = Drafts.Policy(model);
        var random = new Random(seed);
        foreach (var group in Groups) (await organization.PutGroup(ChangeContext.Service, group, RandomGroup(policy, random), default)).Require();

        for (var member = 0; member < Members; member++)
        {
            var user = $"user-{member}";
            var start = Wander(GridDraft.New(policy, null, clock.GetUtcNow()), random);
            var saved = (await organization.PutMember(ChangeContext.Service, user, start.ToAssignment(null), default)).Require().Value;
            for (var save = 0; save < Saves; save++)
            {
                saved = await Regroup(organization, saved, random);
                var draft = Wander(GridDraft.Of(policy, saved.Access, null, clock.GetUtcNow()), random);
                saved = (await organization.PatchMember(ChangeContext.Service, user, draft.ToPatch(), default)).Require();
                Assert.Equal(draft.Savable with { Version = saved.Access.Version }, saved.Access);
                Assert.False(GridDraft.Of(policy, saved.Access, null, clock.GetUtcNow()).HasChanges);
                foreach (var project in new[] { null, "alpha", "beta", "gamma" })
                    Compare(draft, project, (await organization.GetPermissions(Caller.Service, user, project, default)).Require());
            }
        }
    }

    private static GroupContent RandomGroup(Policy policy, Random random)
    {
        var role = policy.Roles.Where(role => !role.IsAdmin && role.IsOfferedBy(policy.Plan.Id)).Select(role => (string?)role.Id).Append(null)
            .OrderBy(_ => random.Next()).First();
        var draft = GridDraft.New(policy, null, Drafts.Now).WithRole(role ?? "");
        for (var step = 0; step < Steps; step++) draft = Step(draft, random).WithRole(role ?? "").Show(null);
        return new GroupContent { Title = "Group", Role = role, Grants = draft.Savable.Grants };
    }

    private static async Task<MemberView> Regroup(IOrganization organization, MemberView member, Random random)
    {
        var group = Groups[random.Next(Groups.Length)];
        if (random.Next(3) > 0)
            return (await organization.AddGroupMember(ChangeContext.Service, group, member.User, default)).Require().Value;
        (await organization.RemoveGroupMember(ChangeContext.Service, group, member.User, default)).Require();
        return (await organization.GetMember(Caller.Service, member.User, default)).Require();
    }

    private static GridDraft Wander(GridDraft draft, Random random)
    {
        for (var step = random.Next(Steps); step >= 0; step--) draft = Step(draft, random);
        return draft;
    }

    private static GridDraft Step(GridDraft draft, Random random)
    {
        var model = draft.Policy.Model;
        switch (random.Next(12))
        {
            case 0: return draft.WithRole(OneOf(draft.Roles.Where(choice => choice.Refusal is null)).Role.Id);
            case 1 when !model.Presets.IsEmpty: return draft.Apply(OneOf(model.Presets));
            case 2: return draft.AddProject(OneOf(["alpha", "beta", ProjectScope.Others]));
            case 3: return draft.Show(OneOf<string?>([null, .. draft.Chosen.Projects.Select(scope => scope.Project)]));
            case 4 when random.Next(3) == 0 && !draft.Chosen.Projects.IsEmpty: return draft.RemoveProject(draft.Chosen.Projects[0].Project);
            case 5: return draft.WithScopeRole(OneOf<string?>([null, .. model.Roles.Where(role => role.Plans.IsEmpty).Select(role => role.Id)]));
            case 6 or 7 when !draft.Sheet.Actions.IsEmpty: return draft.Toggle(OneOf(draft.Sheet.Actions).Action, random.Next(2) == 0);
            case 8 when !model.Areas.IsEmpty: return draft.Reset(OneOf(draft.Sheet.Rows).Area.Id);
            case var _ when model.Areas.IsEmpty: return draft;
            default: return draft.Choose(OneOf(draft.Sheet.Rows).Area.Id, random.Next(model.Levels.Length));
        }

        T OneOf<T>(IEnumerable<T> items) => items.ElementAt(random.Next(items.Count()));
    }

    private static void Compare(GridDraft draft, string? project, EffectivePermissions actual)
    {
        Assert.Equal(actual.Actions.AsEnumerable(), draft.InEffect(project, TimeProvider.System).Actions);
        if (draft.IsAdmin && project is not null) return;
        var shown = draft.Chosen.IndexOfScope(project ?? "") is >= 0 and var index && project is not null
            ? draft.Show(draft.Chosen.Projects[index].Project)
            : draft.Show(null);
        Assert.Equal(actual.Areas.AsEnumerable(), shown.Sheet.Rows.Select(row => new Grant(row.Area.Id, row.LevelInEffect.Id)));
        CompareSources(draft.Show(null).Sheet, actual);
    }

    private static void CompareSources(GrantSheet sheet, EffectivePermissions actual)
    {
        foreach (var row in sheet.Rows)
            Assert.Equal(
                actual.Sources.SelectMany(source => source.Areas.Where(area => area.On == row.Area.Id)
                    .Select(area => $"{source.Kind} {source.Id} {area.Level}")).Order(StringComparer.Ordinal),
                row.Sources.Select(source => $"{KindOf(source.Source)} {source.Source?.Id} {row.Choices[source.Rank].Level.Id}").Order(StringComparer.Ordinal));
        foreach (var row in sheet.Actions.Where(row => !IsOfArea(sheet.Model, row.Action)))
            Assert.Equal(
                actual.Sources.Where(source => source.Kind != PermissionSource.GrantsKind && source.Actions.Contains(row.Action)).Select(source => $"{source.Kind} {source.Id}"),
                row.GivenBy.Select(source => $"{KindOf(source)} {source.Id}"));
    }

    private static string KindOf(GridSource? source) => source?.Kind switch
    {
        null => PermissionSource.GrantsKind,
        GridSourceKind.Role => PermissionSource.RoleKind,
        _ => PermissionSource.GroupKind,
    };

    private static bool IsOfArea(AuthorizationModel model, string action) => model.AreaTable.TryFind(action[..action.LastIndexOf(':')], out _);
}
