namespace RbacGrains.Model.Tests;

public sealed class SlugTests
{
    [Theory]
    [InlineData("Real-time config", "real-time-config")]
    [InlineData("A/B testing", "a-b-testing")]
    [InlineData("KPIs", "kpis")]
    [InlineData("  (Beta) -- Two  ", "beta-two")]
    [InlineData("日本", "")]
    public void A_title_becomes_lower_case_with_one_hyphen_for_every_run_of_other_characters(string title, string slug) =>
        Assert.Equal(slug, Slug.Of(title));

    [Theory]
    [InlineData("api_keys", true)]
    [InlineData("a-b-testing", true)]
    [InlineData("2fa", true)]
    [InlineData("", false)]
    [InlineData("Admin", false)]
    [InlineData("a--b", false)]
    [InlineData("-a", false)]
    [InlineData("a_", false)]
    [InlineData("a b", false)]
    [InlineData("a:b", false)]
    [InlineData("a\n", false)]
    public void A_slug_is_lower_case_words_joined_by_single_hyphens_or_underscores(string text, bool valid) =>
        Assert.Equal(valid, Slug.IsValid(text));
}
