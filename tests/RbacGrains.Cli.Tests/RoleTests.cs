namespace RbacGrains.Cli.Tests;

public sealed class RoleTests
{
    private const string Role = """{"id":"support","title":"Support","offered":true}""";

    private readonly Rbac _rbac = new();

    [Fact]
    public async Task Put_sends_the_whole_role()
    {
        _rbac.Server.Answers(Role);
        var outcome = await _rbac.Run(
            "role put acme support --title Support --description Helps --based-on analyst --grant agents:update --grant agents:message=none "
            + "--plan enterprise --assignable-by editor --assignable-by admin --accept-narrowing");
        Assert.Equal(0, outcome.Exit);
        Assert.Equal($"PUT {Rbac.Address}/v1/organizations/acme/roles/support", _rbac.Server.Requests[0].Line);
        Assert.Equal(
            """{"title":"Support","description":"Helps","based_on":"analyst","grants":{"agents:update":"allow","agents:message":"none"},"plans":["enterprise"],"assignable_by":["editor","admin"],"accept_narrowing":true}""",
            _rbac.Server.Requests[0].Body);
    }

    [Fact]
    public async Task Put_needs_a_title_and_leaves_out_what_is_not_given()
    {
        Assert.NotEqual(0, (await _rbac.Run("role put acme support")).Exit);
        _rbac.Server.Answers(Role);
        await _rbac.Run("role put acme support --title Support");
        Assert.Equal("""{"title":"Support"}""", Assert.Single(_rbac.Server.Requests).Body);
    }

    [Theory]
    [InlineData("role list acme", "GET {0}/v1/organizations/acme/roles")]
    [InlineData("role show acme support", "GET {0}/v1/organizations/acme/roles/support")]
    [InlineData("role delete acme support", "DELETE {0}/v1/organizations/acme/roles/support")]
    [InlineData("role delete acme support --reassign analyst", "DELETE {0}/v1/organizations/acme/roles/support?reassign=analyst")]
    public async Task Each_command_asks_its_path(string commandLine, string request)
    {
        _rbac.Server.Answers(commandLine.Contains("list", StringComparison.Ordinal) ? """{"items":[],"next_page_token":""}""" : Role);
        Assert.Equal(0, (await _rbac.Run(commandLine)).Exit);
        Assert.Equal(string.Format(null, request, Rbac.Address), _rbac.Server.Requests[0].Line);
    }
}
