namespace RbacGrains.Model.Tests.Reading;

public sealed class ClosestNameTests
{
    [Theory]
    [InlineData("read", "read", 0)]
    [InlineData("raed", "read", 1)]
    [InlineData("red", "read", 1)]
    [InlineData("reads", "read", 1)]
    [InlineData("reap", "read", 1)]
    [InlineData("", "read", 4)]
    [InlineData("kitten", "sitting", 3)]
    public void The_distance_counts_typing_mistakes(string one, string other, int distance)
    {
        Assert.Equal(distance, ClosestName.Distance(one, other));
        Assert.Equal(distance, ClosestName.Distance(other, one));
    }

    [Fact]
    public void The_closest_of_several_is_suggested() =>
        Assert.Equal("agents:create", ClosestName.Among("agent:create", ["agents:delete", "agents:create", "tools:create"]));

    [Fact]
    public void Capital_letters_are_one_way_to_mistype() => Assert.Equal("admin", ClosestName.Among("ADMIN", ["admin", "member"]));

    [Fact]
    public void What_is_close_to_nothing_is_answered_with_all_that_there_is() =>
        Assert.Equal("The plans are: free, paid.", ClosestName.Suggest("platinum", ["free", "paid"], "plans"));
}
