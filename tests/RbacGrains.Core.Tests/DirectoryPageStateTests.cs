namespace RbacGrains.Core.Tests;

public sealed class DirectoryPageStateTests
{
    [Fact]
    public void A_position_is_never_used_again()
    {
        var page = DirectoryPageState.Empty.With("a", null).With("b", null);
        page = page with { Entries = page.Entries.RemoveAt(1) };

        Assert.Equal(2, page.With("c", null).Entries[1].Position);
    }

    [Fact]
    public void Ids_are_found_ordinally_and_adding_makes_the_summaries_doubtful()
    {
        var page = DirectoryPageState.Empty.With("a", DirectorySummary.Plain);

        Assert.True(page.Dirty);
        Assert.Equal((0, -1), (page.IndexOf("a"), page.IndexOf("A")));
    }
}
