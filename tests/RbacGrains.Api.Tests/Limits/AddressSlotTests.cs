using System.Net;

namespace RbacGrains.Api.Tests;

public sealed class AddressSlotTests
{
    [Theory]
    [InlineData("192.0.2.1", "::ffff:192.0.2.1")]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff")]
    public void What_is_one_subscribers_shares_a_slot(string one, string other) =>
        Assert.Equal(AddressSlot.Of(IPAddress.Parse(one)), AddressSlot.Of(IPAddress.Parse(other)));

    [Fact]
    public void There_are_as_many_slots_as_there_are_however_many_addresses_there_are()
    {
        var slots = Enumerable.Range(0, 200_000).Select(n => AddressSlot.Of(new IPAddress((uint)n))).ToList();
        Assert.All(slots, slot => Assert.InRange(slot, 0, AddressSlot.Count - 1));
        Assert.True(slots.Distinct().Count() > AddressSlot.Count / 2);
        Assert.Equal(0, AddressSlot.Of(null));
    }
}
