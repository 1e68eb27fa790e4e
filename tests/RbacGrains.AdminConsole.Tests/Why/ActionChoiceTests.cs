using RbacGrains.Contract.Tests;

namespace RbacGrains.AdminConsole.Tests.Why;

/// <summary>What can be asked for, and how it is found.</summary>
public sealed class ActionChoiceTests
{
    [Theory]
    [InlineData("letta")]
    [InlineData("humanloop")]
    [InlineData("agent-studio")]
    [InlineData(ContractModels.Archive)]
    public void Whatever_is_listed_can_be_asked_for(string name)
    {
        var policy = Questions.Policy(name);
        foreach (var choice in ActionChoice.Of(policy.Model))
            Assert.NotEmpty(Questions.Of(name, null, choice.Word).Actions);
        Assert.Equal(
            policy.Model.Actions.Count, ActionChoice.Of(policy.Model).Count(choice => choice.Word.Contains(':', StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("agent-studio", "faqs edit", "knowledge/faqs@edit")]
    [InlineData("agent-studio", "knowledge › faqs: read", "knowledge/faqs@read")]
    [InlineData("letta", "api keys delete", "api_keys:delete")]
    [InlineData("letta", "api_keys:delete", "api_keys:delete")]
    [InlineData("letta", "manage billing", "billing:manage")]
    public void A_search_finds_by_titles_ids_and_the_words_of_the_page(string model, string text, string first) =>
        Assert.Equal(first, ActionChoice.Search(ActionChoice.Of(Questions.Policy(model).Model), text).First().Word);

    [Fact]
    public void A_search_for_nonsense_finds_nothing() =>
        Assert.Empty(ActionChoice.Search(ActionChoice.Of(Questions.Policy("letta").Model), "<script>alert(1)</script>"));
}
