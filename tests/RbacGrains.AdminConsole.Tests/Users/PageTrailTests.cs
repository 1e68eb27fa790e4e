namespace RbacGrains.AdminConsole.Tests;

/// <summary>The way back through a list that is read forwards.</summary>
public sealed class PageTrailTests
{
    [Fact]
    public void The_way_back_is_the_way_that_was_come()
    {
        var trail = new PageTrail();
        foreach (var token in new[] { "a", "b", "c" }) trail.GoTo(token);

        Assert.Equal((3, "b"), (trail.Depth, trail.Previous));
        trail.GoTo(trail.Previous);
        Assert.Equal((2, "b", "a"), (trail.Depth, trail.Token, trail.Previous));
        trail.GoTo("a");
        trail.GoTo("");
        Assert.Equal((0, false), (trail.Depth, trail.HasPrevious));
    }

    [Fact]
    public void From_a_page_whose_way_nobody_knows_the_way_back_is_to_the_first()
    {
        var trail = new PageTrail();
        trail.Reset("x");

        Assert.Equal((true, ""), (trail.HasPrevious, trail.Previous));
    }
}
