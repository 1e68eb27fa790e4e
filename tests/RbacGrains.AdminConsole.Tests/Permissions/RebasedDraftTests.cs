using RbacGrains.Model;

namespace RbacGrains.AdminConsole.Tests.Permissions;

/// <summary>Two administrators change the same member.</summary>
public sealed class RebasedDraftTests
{
    private const int Read = 1, Edit = 2;

    [Fact]
    public void What_both_left_alone_stays_and_each_keeps_what_they_touched()
    {
        var mine = Drafts.Of("agent-studio", "member", ("knowledge", "read"), ("tools", "read")).Choose("knowledge", Edit);
        var theirs = mine.Saved! with { Version = 2, Grants = Drafts.Grants(("knowledge", "read"), ("tools", "edit"), ("voice", "read")) };

        var rebased = mine.RebaseOn(theirs);

        Assert.Equal(Drafts.Grants(("knowledge", "edit"), ("tools", "edit"), ("voice", "read")), rebased.Chosen.Grants);
        Assert.Equal([KeyValuePair.Create("knowledge", (string?)"edit")], rebased.ToPatch().Grants);
    }

    [Fact]
    public void Where_both_touched_the_same_mine_is_set_on_theirs()
    {
        var mine = Drafts.Of("agent-studio", "member", ("knowledge", "read")).Choose("knowledge", Edit);
        var rebased = mine.RebaseOn(mine.Saved! with { Version = 2, Grants = Grants.Empty });

        Assert.Equal(Edit, rebased.Row("knowledge").Rank);
        Assert.Equal(["Knowledge: not set → Edit"], AccessWords.Changes(rebased.Policy, rebased.Saved!, rebased.Savable).Texts());
    }

    [Fact]
    public void A_project_that_both_changed_keeps_what_each_touched_in_it()
    {
        var start = Drafts.Of("agent-studio", "member", ("knowledge", "edit"), ("tools", "edit")).AddProject("alpha");
        var mine = GridDraft.Of(start.Policy, start.Savable, null, Drafts.Now).Show("alpha").Choose("knowledge", Read);
        var other = GridDraft.Of(start.Policy, start.Savable, null, Drafts.Now).Show("alpha").Choose("tools", Read);

        var rebased = mine.RebaseOn(other.Savable with { Version = 2 });

        Assert.Equal((Read, Read), (rebased.Row("knowledge").Rank, rebased.Row("tools").Rank));
    }

    [Fact]
    public void A_change_is_told_in_words()
    {
        var draft = Drafts.Of("agent-studio", "member", ("knowledge", "read"))
            .Choose("knowledge", Edit).Choose("knowledge/faqs", Read).Toggle("users:invite", true).WithSuspended(true)
            .WithExpiry(new DateTimeOffset(2027, 1, 2, 3, 4, 0, TimeSpan.Zero)).AddProject("alpha");

        Assert.Equal(
            [
                "Status: active → suspended",
                "Expires: never → 2 Jan 2027 03:04 UTC",
                "Knowledge: Read → Edit",
                "Knowledge › FAQs: not set → Read",
                "Users: invite: not granted → granted",
                "Project alpha: no limit → limited",
            ],
            AccessWords.Changes(draft.Policy, draft.Saved!, draft.Savable).Texts());
    }
}
