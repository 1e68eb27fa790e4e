namespace RbacGrains.Model.Tests.Evaluation;

public sealed class InheritanceTests
{
    [Theory]
    // parent, sub-area as set ("" for not set); sub-area in effect under cap; under cascade
    [InlineData("", "", "none", "none")]
    [InlineData("", "edit", "none", "edit")]
    [InlineData("none", "", "none", "none")]
    [InlineData("none", "edit", "none", "edit")]
    [InlineData("read", "", "read", "read")]
    [InlineData("read", "none", "none", "none")]
    [InlineData("read", "edit", "read", "edit")]
    [InlineData("edit", "", "edit", "edit")]
    [InlineData("edit", "none", "none", "none")]
    [InlineData("edit", "read", "read", "read")]
    [InlineData("edit", "edit", "edit", "edit")]
    public void A_sub_area_follows_its_parent_unless_set_and_only_cascade_lets_it_have_more(
        string parent, string sub, string underCap, string underCascade)
    {
        var set = new[] { ("docs", parent), ("docs/drafts", sub) }.Where(grant => grant.Item2.Length > 0).ToArray();
        var access = new Access { Role = "guest", Grants = Given.Grants(set) };

        Assert.Equal(underCap, new Policy(Models.Cap, "free").Effective(access).LevelIn("docs/drafts"));
        Assert.Equal(underCascade, new Policy(Models.Cascade, "free").Effective(access).LevelIn("docs/drafts"));
    }

    [Fact]
    public void Lowering_a_parent_caps_its_sub_areas_and_raising_it_again_restores_what_was_set()
    {
        var policy = new Policy(Models.Cap, "free");
        Access With(string parent) => new() { Role = "guest", Grants = Given.Grants(("docs", parent), ("docs/drafts", "edit")) };

        Assert.False(policy.Allows(With("read"), "docs/drafts:change"));
        Assert.True(policy.Allows(With("read"), "docs/drafts:view"));
        Assert.True(policy.Allows(With("edit"), "docs/drafts:change"));
    }

    [Fact]
    public void Sources_combine_by_the_most_permissive_and_neither_caps_the_other()
    {
        // The role gives docs: read; the grant lowers only what the grant itself gives.
        var access = new Access { Role = "writer", Grants = Given.Grants(("docs", "edit"), ("docs/drafts", "none")) };
        var effective = new Policy(Models.Cap, "free").Effective(access);

        Assert.Equal("edit", effective.LevelIn("docs"));
        Assert.Equal("read", effective.LevelIn("docs/drafts"));
        Assert.Equal("edit", effective.LevelIn("docs/final"));
    }

    [Fact]
    public void What_is_not_granted_is_not_allowed()
    {
        var effective = new Policy(Models.Cap, "paid").Effective(new Access { Role = "guest" });

        Assert.Empty(effective.Actions);
        Assert.All(effective.Areas, area => Assert.Equal("none", area.Level));
    }
}
