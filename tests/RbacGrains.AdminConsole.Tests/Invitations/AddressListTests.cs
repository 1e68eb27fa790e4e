namespace RbacGrains.AdminConsole.Tests;

/// <summary>Addresses as people paste them.</summary>
public sealed class AddressListTests
{
    [Theory]
    [InlineData("a@x.example,b@x.example;c@x.example\nd@x.example\r\ne@x.example\tf@x.example", "a b c d e f")]
    [InlineData("a@x.example b@x.example", "a b")]
    [InlineData("Ada Lovelace <a@x.example>, \"Hopper, Grace\" <b@x.example>; <c@x.example>", "a b c")]
    [InlineData(" ,; a@x.example ,,\n\n", "a")]
    [InlineData("\"never closed <a@x.example>\nb@x.example", "a b")]
    [InlineData("a@x.example, A@X.example, a@x.example", "a")]
    public void Every_way_to_write_several_is_read(string text, string names) =>
        Assert.Equal(names.Split(' ').Select(name => $"{name}@x.example"), AddressList.Read(text, []).Addresses);

    [Theory]
    [InlineData("ada", "There is no @ in it.")]
    [InlineData("@x.example", "Nothing stands before the @.")]
    [InlineData("ada@", "Nothing stands after the @.")]
    [InlineData("ada@@x.example", "There is more than one @ in it.")]
    [InlineData("ada lovelace@x.example", "There is a blank in it.")]
    [InlineData("ada@x.example>", "It is not written as an address is.")]
    public void What_is_none_is_said_to_be_none_and_why(string text, string why)
    {
        var list = AddressList.Read($"ok@x.example, {text}", []);

        Assert.Equal(["ok@x.example"], list.Addresses.AsEnumerable());
        Assert.Equal([new InvalidAddress(text, why)], list.Invalid.AsEnumerable());
    }

    [Fact]
    public void Only_the_domains_of_the_organization_are_admitted()
    {
        var list = AddressList.Read("a@x.example, b@Y.example, c@z.example", ["x.example", "y.example"]);

        Assert.Equal(["a@x.example", "b@Y.example"], list.Addresses.AsEnumerable());
        Assert.Equal("This organization admits addresses of x.example, y.example only.", Assert.Single(list.Invalid).Why);
    }

    [Fact]
    public void Repetitions_are_counted()
    {
        Assert.Equal(2, AddressList.Read("a@x.example, A@x.example, Ada <a@x.example>", []).Repeated);
    }

    [Fact]
    public void What_is_long_is_shown_short() =>
        Assert.Equal(81, Assert.Single(AddressList.Read(new string('x', 100_000), []).Invalid).Text.Length);
}
