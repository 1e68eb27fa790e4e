namespace RbacGrains.Model.Tests;

/// <summary>An area at a level as one word, such as <c>knowledge/faqs@edit</c>.</summary>
public sealed class AreaAtLevelTests
{
    private static readonly Policy Enterprise = new(Shipped.AgentStudio, "enterprise");

    [Fact]
    public void The_word_is_allowed_exactly_where_the_level_in_effect_is_at_least_that_level()
    {
        var access = Given.Member(("knowledge", "edit"), ("knowledge/faqs", "read"), ("conversations", "read"));
        var effective = Enterprise.Effective(access);

        Assert.All(effective.Areas, area =>
        {
            Assert.Equal(area.Level is "read" or "edit", Enterprise.Allows(access, $"{area.On}@read"));
            Assert.Equal(area.Level is "edit", Enterprise.Allows(access, $"{area.On}@edit"));
        });
    }

    [Theory]
    [InlineData("knowledge/faqs@none")]
    [InlineData("knowledge/faqs@write")]
    [InlineData("knowledge/faqs@")]
    [InlineData("@edit")]
    [InlineData("nothing@edit")]
    [InlineData("knowledge/faqs:view@edit")]
    public void What_is_no_area_or_no_level_above_the_lowest_is_no_word(string word)
    {
        Assert.False(Shipped.AgentStudio.LevelTable.TryFind(word, out _));
        Assert.False(Enterprise.Allows(new Access { Role = "admin" }, word));
    }

    [Fact]
    public void A_name_that_shares_the_permission_of_an_area_shares_its_levels() =>
        Assert.True(Enterprise.Allows(new Access { Role = "admin" }, "messaging/widget-settings@edit"));

    [Fact]
    public void A_denial_names_the_action_that_decided_it()
    {
        var access = Given.Member(("knowledge", "read"));
        Assert.True(Shipped.AgentStudio.LevelTable.TryFind("knowledge@edit", out var edit));

        var decision = Evaluator.Decide(Enterprise, access, edit, null, new ManualClock(), out var decisive);

        Assert.Equal(DecisionReason.NotGranted, decision.Reason);
        Assert.Equal("knowledge:create", Shipped.AgentStudio.Actions[decisive]);
    }
}
