using RbacGrains.Model;

namespace RbacGrains.AdminConsole.Tests.Permissions;

/// <summary>A preview in plain words.</summary>
public sealed class EffectWordsTests
{
    [Fact]
    public void Whole_levels_are_told_as_levels_and_an_area_with_all_in_it_as_one()
    {
        var before = Drafts.Of("agent-studio", "member", ("knowledge", "read"), ("voice", "edit"));
        var after = before.Choose("knowledge", 2).Choose("knowledge/faqs", 0).Choose("voice", 1).Toggle("users:invite", true);

        Assert.Equal(
            [
                "+ Knowledge: Read → Edit", "- Knowledge › FAQs: Read → None", "+ Knowledge › Sources: Read → Edit",
                "+ Knowledge › Variants: Read → Edit", "- Voice and all in it: Edit → Read", "+ Users: invite:  → may",
            ],
            Lines(before, after));
    }

    [Fact]
    public void A_project_has_its_own_lines()
    {
        var before = Drafts.Of("agent-studio", "member", ("tools", "edit"));

        Assert.Equal(["Project alpha - Tools: Edit → None"], Lines(before, before.AddProject("alpha").Choose("tools", 0)));
    }

    [Fact]
    public void Single_verbs_of_an_area_are_told_one_by_one()
    {
        var before = Drafts.Of("agent-studio", "member", ("tools", "read"));

        Assert.Equal(["+ Tools:  → may create"], Lines(before, before.Toggle("tools:create", true)));
    }

    private static IEnumerable<string> Lines(GridDraft before, GridDraft after)
    {
        var diff = DecisionDiff.Of(before.Policy, before.Chosen, after.Policy, after.Savable, Drafts.Now);
        return EffectWords.Of(before.Policy.Model, diff.Gains, diff.Loses)
            .Select(line => $"{line.Place} {(line.IsGain ? '+' : '-')} {line.What}: {line.Before} → {line.After}".Trim());
    }
}
