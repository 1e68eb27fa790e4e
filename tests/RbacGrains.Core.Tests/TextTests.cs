namespace RbacGrains.Core.Tests;

public sealed class TextTests
{
    [Theory]
    [InlineData("")]
    [InlineData("Zoë's team, 東京 𝒳")]
    public void What_people_write_is_plain(string text) => Assert.True(Text.IsPlain(text));

    [Fact]
    public void Control_characters_and_half_characters_are_not()
    {
        // Not as data of the test: on its way to the test a half character would be mended.
        foreach (var text in new[] { "a\0b", "line\nline", "\u0085", "half \ud800", "\udc00 other half" })
            Assert.False(Text.IsPlain(text));
    }
}
