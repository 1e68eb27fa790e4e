using System.Text.Json;

namespace RbacGrains.Client.Tests;

public sealed class LeaseWireTests
{
    [Fact]
    public void A_policy_brings_the_organizations_own_roles()
    {
        var role = Assert.Single(Description(
            """{"model":"letta","model_version":1,"plan":"free","version":4,"incarnation":7,"custom_roles":[{"id":"support","based_on":"analyst","grants":{"agents:message":"none"},"plans":["free"]}]}""")
            .CustomRoles);

        Assert.Equal(("support", "analyst", "none"), (role.Id, role.BasedOn, role.Grants["agents:message"]));
        Assert.Equal("free", Assert.Single(role.Plans));
    }

    [Fact]
    public void A_service_from_before_there_were_any_says_nothing_of_them() =>
        Assert.Empty(Description("""{"model":"letta","model_version":1,"plan":"free","version":4,"incarnation":7}""").CustomRoles);

    private static PolicyDescription Description(string json) => JsonSerializer
        .Deserialize($$"""{"accesses":[],"policies":[{"organization":"acme","policy":{{json}}}],"refused":[]}""", LeaseWireContext.Default.LeasesWire)!
        .ToAnswer().Policies.Single().Description!;
}
