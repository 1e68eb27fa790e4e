using RbacGrains.Contract.Tests;
using RbacGrains.Core;
using RbacGrains.Model;

namespace RbacGrains.AdminConsole.Tests.Permissions;

/// <summary>What the grid shows of a draft, and what can be done to it.</summary>
public sealed class GridDraftTests
{
    private const int None = 0, Read = 1, Edit = 2;

    [Fact]
    public void A_sub_area_follows_its_parent_until_it_is_set()
    {
        var draft = Drafts.Of("agent-studio", "member").Choose("knowledge", Edit);

        Assert.Equal((RowOrigin.Inherited, Edit, null), (draft.Row("knowledge/faqs").Origin, draft.Row("knowledge/faqs").Rank, draft.Row("knowledge/faqs").Set));
        var overridden = draft.Choose("knowledge/faqs", Read);
        Assert.Equal((RowOrigin.Set, Read, true), (overridden.Row("knowledge/faqs").Origin, overridden.Row("knowledge/faqs").Rank, overridden.Row("knowledge/faqs").CanReset));
        Assert.Equal(Edit, overridden.Row("knowledge/faqs").Inherited);
        Assert.Equal(draft.Chosen, overridden.Reset("knowledge/faqs").Chosen);
    }

    [Fact]
    public void A_sub_area_above_its_parent_cannot_be_chosen_and_says_why()
    {
        var draft = Drafts.Of("agent-studio", "member", ("knowledge", "read"));

        Assert.Null(draft.Refusal("knowledge/faqs", Read));
        Assert.Equal(
            "FAQs cannot be Edit while Knowledge is Read: a sub-area can be more restrictive than its parent, but not less. Set Knowledge to Edit first.",
            draft.Refusal("knowledge/faqs", Edit));
        Assert.Equal(draft, draft.Choose("knowledge/faqs", Edit));
    }

    [Fact]
    public void A_lowered_parent_caps_what_was_set_and_keeps_it()
    {
        var draft = Drafts.Of("agent-studio", "member", ("knowledge", "edit"), ("knowledge/faqs", "edit")).Choose("knowledge", Read);
        var row = draft.Row("knowledge/faqs");

        Assert.Equal((RowOrigin.Capped, Read, (int?)Edit), (row.Origin, row.Rank, row.Set));
        Assert.Equal("Set to Edit, capped at Read by Knowledge. It returns when the parent is raised.", row.Note);
        Assert.Equal(["knowledge"], draft.ToPatch().Grants.Keys);
        Assert.False(draft.Choose("knowledge", Edit).HasChanges);
    }

    [Fact]
    public void A_sub_area_set_and_overtaken_in_one_draft_is_left_to_its_parent()
    {
        var draft = Drafts.Of("agent-studio", "member", ("knowledge", "edit")).Choose("knowledge/faqs", Edit).Choose("knowledge", Read);

        Assert.Equal(Read, draft.Row("knowledge/faqs").Rank);
        Assert.Equal([KeyValuePair.Create("knowledge", (string?)"read")], draft.ToPatch().Grants);
    }

    [Fact]
    public void What_a_role_gives_cannot_be_taken_by_a_grant()
    {
        var draft = Drafts.Of(ContractModels.Workshop, "writer");

        Assert.Equal((RowOrigin.Source, Read), (draft.Row("docs").Origin, draft.Row("docs").Rank));
        Assert.Equal("Role Writer gives Read here; what is set beside it only adds.", draft.Refusal("docs", None));
        var raised = draft.Choose("docs", Edit);
        Assert.Equal(RowOrigin.Set, raised.Row("docs").Origin);
        Assert.False(raised.Choose("docs", Read).HasChanges);
    }

    [Fact]
    public void An_admin_holds_everything_and_nothing_can_be_set()
    {
        var draft = Drafts.Of("agent-studio", "admin");

        Assert.All(draft.Sheet.Rows, row => Assert.Equal((RowOrigin.Admin, Edit), (row.Origin, row.Rank)));
        Assert.All(draft.Sheet.Rows, row => Assert.All(row.Choices, choice => Assert.NotNull(choice.Refusal)));
        Assert.Equal(draft, draft.Choose("knowledge", Read));
    }

    [Fact]
    public void A_cascading_model_sets_the_sub_areas_with_their_parent()
    {
        var draft = Drafts.Of(ContractModels.Cascade, "guest", ("docs", "read"), ("docs/drafts", "edit"));
        Assert.Equal((RowOrigin.Set, Edit), (draft.Row("docs/drafts").Origin, draft.Row("docs/drafts").Rank));

        var set = draft.Choose("docs", Edit);
        Assert.Equal(RowOrigin.Inherited, set.Row("docs/drafts").Origin);
        Assert.Null(set.Choose("docs/final", None).Refusal("docs/drafts", None));
        Assert.Equal(["docs", "docs/final"], Added(set.Choose("docs/final", None).ToPatch()));
        static IEnumerable<string> Added(MemberPatch patch) => patch.Grants.Where(grant => grant.Value is not null).Select(grant => grant.Key);
    }

    [Fact]
    public void A_preset_replaces_what_was_granted_and_shows_that_it_is_on()
    {
        var draft = Drafts.Of("agent-studio", "member", ("tools", "edit"), ("users:invite", "allow"));
        var preset = draft.Presets.Single(choice => choice.Preset.Id == "knowledge-editor");
        Assert.False(preset.IsOn);

        var applied = draft.Apply(preset.Preset);
        Assert.True(applied.Presets.Single(choice => choice.Preset.Id == "knowledge-editor").IsOn);
        Assert.Equal(None, applied.Row("tools").Rank);
        Assert.DoesNotContain(applied.Choose("voice", Edit).Presets, choice => choice.IsOn);
    }

    [Fact]
    public void Nobody_is_offered_to_give_what_they_do_not_hold()
    {
        var giver = new Access { Role = "member", Grants = Drafts.Grants(("account", "read"), ("knowledge", "read"), ("users:modify_permissions", "allow")) };
        var draft = GridDraft.Of(Drafts.Policy("agent-studio"), new Access { Role = "member" }, giver, Drafts.Now);

        Assert.Null(draft.Refusal("knowledge", Read));
        Assert.StartsWith("Nobody gives what they do not hold", draft.Refusal("knowledge", Edit), StringComparison.Ordinal);
        Assert.Equal("Only an admin gives this role.", draft.Roles.Single(choice => choice.Role.Id == "admin").Refusal);
        Assert.NotNull(draft.Presets.Single(choice => choice.Preset.Id == "full-developer").Refusal);
        Assert.NotNull(draft.Sheet.Actions.Single(action => action.Action == "users:invite").Refusal);
        Assert.Null(draft.Sheet.Actions.Single(action => action.Action == "users:modify_permissions").Refusal);
    }

    [Fact]
    public void A_role_that_the_plan_does_not_offer_says_what_it_needs()
    {
        var draft = GridDraft.Of(Drafts.Policy(ContractModels.Workshop, "free"), new Access { Role = "guest" }, null, Drafts.Now);

        Assert.Equal(
            "The plan Free does not offer this role; it needs Enterprise.",
            draft.Roles.Single(choice => choice.Role.Id == "auditor").Refusal);
    }

    [Fact]
    public void Single_actions_tell_what_the_role_gives_from_what_is_granted_beside_it()
    {
        var draft = Drafts.Of("letta", "analyst", ("agents:create", "allow"));
        var read = draft.Sheet.Actions.Single(action => action.Action == "agents:read");
        var create = draft.Sheet.Actions.Single(action => action.Action == "agents:create");

        Assert.Equal("Role Analyst gives this already.", read.Refusal);
        Assert.True(create is { IsGranted: true, Refusal: null });
        Assert.False(draft.Toggle("agents:create", false).Sheet.Actions.Single(action => action.Action == "agents:create").IsHeld);
    }

    [Fact]
    public void A_gate_that_is_closed_is_named_beside_the_action()
    {
        var draft = Drafts.Of("agent-studio", "member").Toggle("studio_assistant:use", true);

        Assert.Equal(
            "Studio Assistant is open on plan Enterprise, for role Admin only; elsewhere this has no effect.",
            draft.Sheet.Actions.Single(action => action.Action == "studio_assistant:use").Note);
    }

    [Fact]
    public void A_new_ceiling_changes_nothing_until_something_is_lowered()
    {
        var draft = Drafts.Of("agent-studio", "member", ("knowledge", "edit")).AddProject("alpha");
        Assert.Equal((Edit, Edit), (draft.Row("knowledge").Rank, draft.Row("knowledge").RankInEffect));

        var lowered = draft.Choose("knowledge", Read).Choose("tools", Edit);
        Assert.Equal(Read, lowered.Row("knowledge/faqs").RankInEffect);
        Assert.Equal((Edit, None), (lowered.Row("tools").Rank, lowered.Row("tools").RankInEffect));
        Assert.Equal("Capped at None by what is held in the organization.", lowered.Row("tools").Note);
        Assert.Equal(Edit, lowered.Show(null).Row("knowledge").Rank);
    }
}
