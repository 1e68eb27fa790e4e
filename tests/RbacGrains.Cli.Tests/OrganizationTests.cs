namespace RbacGrains.Cli.Tests;

public sealed class OrganizationTests
{
    private const string Acme = """{"id":"acme","name":"Acme"}""";

    private readonly Rbac _rbac = new();

    [Fact]
    public async Task Create_puts_the_organization_under_its_id()
    {
        _rbac.Server.Answers(Acme);
        var outcome = await _rbac.Run("org create acme --model letta --plan free --owner ada@acme.com");
        Assert.Equal(["id\tacme", "name\tAcme"], outcome.Lines);
        Assert.Equal($"PUT {Rbac.Address}/v1/organizations/acme", _rbac.Server.Requests[0].Line);
        Assert.Equal("""{"name":"acme","model":"letta","plan":"free","owner":"ada@acme.com"}""", _rbac.Server.Requests[0].Body);
    }

    [Fact]
    public async Task Update_sends_settings_as_json_and_roles_to_give_instead()
    {
        _rbac.Server.Answers(Acme);
        await _rbac.Run("""org update acme --plan free --reassign developer=member --setting invitation_days=14 --setting email_domains=["acme.com"]""");
        Assert.Equal($"PATCH {Rbac.Address}/v1/organizations/acme", _rbac.Server.Requests[0].Line);
        Assert.Equal(
            """{"plan":"free","settings":{"invitation_days":14,"email_domains":["acme.com"]},"reassign":{"developer":"member"}}""",
            _rbac.Server.Requests[0].Body);
    }

    [Theory]
    [InlineData("org create acme")]
    [InlineData("org update acme")]
    [InlineData("org update acme --setting invitation_days=x")]
    [InlineData("org delete acme")]
    public async Task What_is_incomplete_is_not_sent(string commandLine)
    {
        Assert.Equal(2, (await _rbac.Run(commandLine)).Exit);
        Assert.Empty(_rbac.Server.Requests);
    }

    [Theory]
    [InlineData("acme\n", 0)]
    [InlineData("y\n", 2)]
    [InlineData("", 2)]
    public async Task Delete_asks_a_person_for_the_id(string answer, int exit)
    {
        var rbac = _rbac with { IsInteractive = true, Input = answer };
        rbac.Server.Answers("");
        Assert.Equal(exit, (await rbac.Run("org delete acme")).Exit);
        Assert.Equal(exit == 0 ? 1 : 0, rbac.Server.Requests.Count);
    }

    [Fact]
    public async Task Delete_asks_nobody_when_told_so()
    {
        _rbac.Server.Answers("");
        Assert.Equal(new Outcome(0, "Deleted acme.\n", ""), await _rbac.Run("org delete acme --yes"));
        Assert.Equal($"DELETE {Rbac.Address}/v1/organizations/acme", _rbac.Server.Requests[0].Line);
    }

    [Fact]
    public async Task Roles_are_a_table()
    {
        _rbac.Server.Answers("""{"items":[{"id":"admin","title":"Admin","admin":true,"offered":true,"plans":["a","b"],"grants":{}}],"next_page_token":""}""");
        Assert.Equal(["id\ttitle\tadmin\toffered\tplans\tgrants", "admin\tAdmin\ttrue\ttrue\ta, b\t"], (await _rbac.Run("org roles acme")).Lines);
    }
}
