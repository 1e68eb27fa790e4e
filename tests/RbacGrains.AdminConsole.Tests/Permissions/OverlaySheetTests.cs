using System.Collections.Immutable;
using RbacGrains.Contract.Tests;
using RbacGrains.Model;

namespace RbacGrains.AdminConsole.Tests.Permissions;

/// <summary>What the sheet of a custom role says is what its holders get: random overlays over every role of every model, and over other custom roles.</summary>
public sealed class OverlaySheetTests
{
    private const int Rounds = 40;
    private const int Steps = 6;

    public static TheoryData<string> Models => [.. ContractModels.Catalog.All.Select(model => model.Name)];

    [Theory]
    [MemberData(nameof(Models))]
    public void The_sheet_says_what_the_role_comes_to(string name)
    {
        var model = ContractModels.Catalog.Find(name)!;
        var random = new Random(name.Length);
        foreach (var foundation in model.Roles.Select(role => (string?)role.Id).Append(null))
            for (var round = 0; round < Rounds; round++)
            {
                var plan = model.Plans.First(plan => foundation is null || model.FindRole(foundation)!.IsOfferedBy(plan.Id)).Id;
                // The first half builds on the model's role, the second on a custom role that lies between.
                var between = new CustomRole { Id = "between", Title = "Between", BasedOn = foundation, Grants = RandomGrants(model, random) };
                var policy = new Policy(model, plan, 1, [between]);
                var draft = RoleDraft.New(policy, round < Rounds / 2 ? foundation : between.Id, null) with { Title = "Top", Grants = RandomGrants(model, random) };
                Compare(draft);
                for (var step = 0; step < Steps; step++)
                {
                    draft = Step(draft, random);
                    Compare(draft);
                }
            }
    }

    [Fact]
    public void What_is_withdrawn_from_an_admin_is_said_beside_what_is_taken_over()
    {
        var policy = Drafts.Policy(ContractModels.Workshop);
        var draft = RoleDraft.New(policy, "owner", null) with { Title = "Deputy", Grants = Drafts.Grants(("billing:manage", "none"), ("docs", "read")) };

        var (billing, share) = (Action(draft, "billing:manage"), Action(draft, "files:share"));
        Assert.Equal((false, false, (bool?)true), (billing.IsHeld, billing.IsGranted, billing.InBase));
        Assert.Equal((true, true, (bool?)true), (share.IsHeld, share.IsGranted, share.InBase));
        Assert.Equal(["Read Set", "Read Inherited", "Read Inherited", "Edit Base"], draft.Sheet.Rows.Select(row => $"{row.LevelInEffect.Title} {row.Origin}"));
        Assert.Equal(Drafts.Grants(("docs", "read")), draft.Sheet.Toggle("billing:manage", true));
    }

    [Fact]
    public void A_level_of_which_an_action_is_withdrawn_is_shown_as_what_is_left_of_it()
    {
        var policy = Drafts.Policy(ContractModels.Workshop);
        var draft = RoleDraft.New(policy, "manager", null) with { Title = "Reader", Grants = Drafts.Grants(("docs:change", "none")) };

        var row = draft.Sheet.Rows.Single(row => row.Area.Id == "docs");
        Assert.Equal(("Edit", "Read"), (row.Level.Title, row.LevelInEffect.Title));
        Assert.Equal("Edit without change, which is withdrawn below.", row.Note);
        var change = Action(draft, "docs:change");
        Assert.Equal((false, (bool?)true), (change.IsHeld, change.InBase));
        Assert.Equal(Model.Grants.Empty, draft.Sheet.Toggle("docs:change", true));
    }

    private static ActionRow Action(RoleDraft draft, string action) => draft.Sheet.Actions.Single(row => row.Action == action);

    private static RoleDraft Step(RoleDraft draft, Random random)
    {
        var (sheet, model) = (draft.Sheet, draft.Policy.Model);
        return draft with
        {
            Grants = random.Next(4) switch
            {
                0 when !model.Areas.IsEmpty => sheet.Reset(OneOf(model.AreaTable.All).Id),
                1 or 2 when !model.Areas.IsEmpty => sheet.Choose(OneOf(model.AreaTable.All).Id, random.Next(model.Levels.Length)),
                _ when !sheet.Actions.IsEmpty => sheet.Toggle(OneOf(sheet.Actions).Action, random.Next(2) == 0),
                _ => sheet.Own,
            },
        };

        T OneOf<T>(ImmutableArray<T> items) => items[random.Next(items.Length)];
    }

    private static Grants RandomGrants(AuthorizationModel model, Random random)
    {
        var areas = model.AreaTable.All.Where(_ => random.Next(3) == 0)
            .Select(area => KeyValuePair.Create(area.Id, model.Levels[random.Next(model.Levels.Length)].Id));
        var actions = model.Actions.Names.Where(_ => random.Next(6) == 0)
            .Select(action => KeyValuePair.Create(action, random.Next(2) == 0 ? Model.Grants.Allow : Model.Grants.None));
        return Model.Grants.Of(areas.Concat(actions));
    }

    private static void Compare(RoleDraft draft)
    {
        var (model, sheet) = (draft.Policy.Model, draft.Sheet);
        var own = new CustomRole { Id = "top", Title = "Top", BasedOn = draft.BasedOn, Grants = draft.Grants };
        var policy = new Policy(model, draft.Policy.Plan.Id, 2, [.. draft.Policy.CustomRoles, own]);
        var role = policy.FindOfferedRole("top")!;
        var given = EffectivePermissions.Of(policy, new Access { Role = "top" }, null, TimeProvider.System).Sources[0].Actions;

        Assert.Equal(
            AreaLevels.Of(model, role).Select(rank => model.Levels[rank].Id).Zip(model.AreaTable.All, (level, area) => $"{area.Id} {level}"),
            sheet.Rows.Select(row => $"{row.Area.Id} {row.LevelInEffect.Id}"));
        Assert.Equal(given.Order(StringComparer.Ordinal), Said(sheet).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Assert.Null(sheet.Actions.FirstOrDefault(row => row.IsHeld != row.IsGranted));
    }

    // What somebody reads: the single actions, and of the levels those that are not said singly.
    private static IEnumerable<string> Said(GrantSheet sheet)
    {
        var singly = sheet.Actions.Select(row => row.Action).ToHashSet(StringComparer.Ordinal);
        var byLevel = sheet.Rows.SelectMany(row => row.Level.Verbs.Select(verb => $"{row.Area.Id}:{verb}")).Where(action => !singly.Contains(action));
        return sheet.Actions.Where(row => row.IsHeld).Select(row => row.Action).Concat(byLevel)
            .Select(action => sheet.Model.Actions.TryFind(action, out var handle) ? sheet.Model.Actions[handle] : action);
    }
}
