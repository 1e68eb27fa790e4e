namespace RbacGrains.Model.Tests;

public sealed class IdentifierTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("Ann.Lee+rbac@example.com")]
    [InlineData("auth0:12_3-4")]
    public void Ids_are_of_the_characters_of_an_e_mail_address(string id) => Assert.True(Identifier.IsValid(id));

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a/b")]
    [InlineData("ä")]
    [InlineData("a\n")]
    [InlineData(".")]
    [InlineData("..")]
    public void Anything_else_is_no_id(string id) => Assert.False(Identifier.IsValid(id));

    [Fact]
    public void An_id_has_at_most_128_characters()
    {
        Assert.True(Identifier.IsValid(new string('a', 128)));
        Assert.False(Identifier.IsValid(new string('a', 129)));
    }
}
