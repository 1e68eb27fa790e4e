using System.Collections.Immutable;
using RbacGrains.Contract.Tests;
using RbacGrains.Model;

namespace RbacGrains.AdminConsole.Tests.Permissions;

/// <summary>What groups give, in the draft of somebody who is in them.</summary>
public sealed class GroupedDraftTests
{
    private const int None = 0, Read = 1, Edit = 2;

    [Fact]
    public void A_group_gives_beside_the_grants_by_its_name_and_cannot_be_undercut()
    {
        var draft = InGroup("guest", "writer");
        var row = draft.Row("docs");

        Assert.Equal((RowOrigin.Source, Read), (row.Origin, row.Rank));
        Assert.Equal("group The team", Assert.Single(row.Sources).Source!.Name);
        Assert.Equal("Group The team gives Read here; what is set beside it only adds.", row.Choices[None].Refusal);
        Assert.Null(row.Choices[Edit].Refusal);
        Assert.Equal(draft, draft.Choose("docs", None));
        Assert.Equal(RowOrigin.Set, draft.Choose("docs", Edit).Row("docs").Origin);
    }

    [Fact]
    public void A_single_action_that_a_group_gives_names_it_and_is_given_already()
    {
        var action = InGroup("guest", "writer").Sheet.Actions.Single(row => row.Action == "files:write");

        Assert.Equal((true, false), (action.IsHeld, action.IsGranted));
        Assert.Equal("group The team", Assert.Single(action.GivenBy).Name);
        Assert.Equal("Group The team gives this already.", action.Refusal);
    }

    [Fact]
    public void A_model_of_single_actions_shows_groups_too()
    {
        var policy = Drafts.Policy("letta");
        var access = new Access { Role = "analyst", Groups = [new GroupGrants("editors", 1, "editor", Grants.Empty)] };
        var draft = GridDraft.Of(policy, access, null, Drafts.Now);

        Assert.Contains(draft.Sheet.Actions, row => row.GivenBy.Any(source => source is { Kind: GridSourceKind.Group, Id: "editors", Title: "editors" }));
    }

    [Fact]
    public void A_new_ceiling_of_a_project_leaves_what_groups_give()
    {
        var draft = InGroup("guest", "writer", ("board", "edit"), ("files:share", "allow"));
        var limited = draft.AddProject("alpha");

        Assert.Equal(
            draft.InEffect("alpha", TimeProvider.System).Actions.AsEnumerable(), limited.InEffect("alpha", TimeProvider.System).Actions);
        Assert.Contains("files:share", limited.InEffect("alpha", TimeProvider.System).Actions);
        Assert.Contains("board:change", limited.InEffect("alpha", TimeProvider.System).Actions);
    }

    [Fact]
    public void What_is_chosen_stays_when_somebody_is_put_into_a_group_meanwhile()
    {
        var draft = Drafts.Of(ContractModels.Workshop, "guest").Choose("docs", Edit);
        var grouped = draft.RebaseOn(draft.Saved! with { Version = 2, Groups = [new GroupGrants("team", 1, "writer", Grants.Empty)] });

        Assert.True(grouped.HasChanges);
        Assert.Equal(["docs"], grouped.ToPatch().Grants.Keys);
        Assert.Contains(grouped.Row("docs").Sources, source => source.Source is { Kind: GridSourceKind.Group });
        Assert.Equal(["Group team: not in it → in it"], AccessWords.Changes(draft.Policy, draft.Saved!, grouped.Saved!).Texts());
    }

    [Fact]
    public void What_a_custom_role_withdraws_from_a_level_is_not_said_to_be_given()
    {
        var policy = new Policy(ContractModels.Catalog.Find(ContractModels.Workshop)!, "enterprise", 1, [new CustomRole
        {
            Id = "crew", Title = "Crew", Grants = Drafts.Grants(("docs", "edit"), ("docs:change", "none")),
        }]);
        var draft = GridDraft.Of(policy, new Access { Role = "crew" }, null, Drafts.Now);

        Assert.Equal((RowOrigin.Source, Read), (draft.Row("docs").Origin, draft.Row("docs").Rank));
        Assert.Null(draft.Row("docs").Choices[Edit].Refusal);
    }

    private static GridDraft InGroup(string role, string groupRole, params (string On, string Level)[] grants) =>
        GridDraft.Of(
            Drafts.Policy(ContractModels.Workshop),
            new Access { Role = role, Groups = [new GroupGrants("team", 1, groupRole, Drafts.Grants(grants))] },
            null,
            Drafts.Now) with
        { GroupTitles = ImmutableSortedDictionary<string, string>.Empty.Add("team", "The team") };
}
