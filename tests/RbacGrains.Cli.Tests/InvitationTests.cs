namespace RbacGrains.Cli.Tests;

public sealed class InvitationTests
{
    private const string Invitation = """{"id":"inv_1","status":"pending"}""";

    private readonly Rbac _rbac = new();

    [Theory]
    [InlineData("7d", "\"7d\"")]
    [InlineData("3600", "3600")]
    public async Task Create_says_that_the_token_is_shown_only_now(string duration, string sent)
    {
        _rbac.Server.Answers("""{"id":"inv_1","token":"inv_1.secret"}""");
        var outcome = await _rbac.Run($"invite create acme eve@acme.com --role analyst --expires-in {duration}");
        Assert.Equal(["id\tinv_1", "token\tinv_1.secret"], outcome.Lines);
        Assert.Contains("only now", outcome.Error, StringComparison.Ordinal);
        Assert.Equal($"POST {Rbac.Address}/v1/organizations/acme/invitations", _rbac.Server.Requests[0].Line);
        Assert.Equal($$"""{"email":"eve@acme.com","role":"analyst","expires_in":{{sent}}}""", _rbac.Server.Requests[0].Body);
    }

    [Theory]
    [InlineData("invite list acme --status pending", "GET {0}/v1/organizations/acme/invitations?status=pending&page_size=100")]
    [InlineData("invite show acme inv_1", "GET {0}/v1/organizations/acme/invitations/inv_1")]
    [InlineData("invite resend acme inv_1", "POST {0}/v1/organizations/acme/invitations/inv_1/resend")]
    [InlineData("invite revoke acme inv_1", "POST {0}/v1/organizations/acme/invitations/inv_1/revoke")]
    public async Task Each_command_asks_its_path(string commandLine, string request)
    {
        _rbac.Server.Answers(commandLine.Contains("list", StringComparison.Ordinal) ? """{"items":[],"next_page_token":""}""" : Invitation);
        Assert.Equal(0, (await _rbac.Run(commandLine)).Exit);
        Assert.Equal(string.Format(null, request, Rbac.Address), _rbac.Server.Requests[0].Line);
        Assert.Null(_rbac.Server.Requests[0].Body);
    }

    [Theory]
    [InlineData("accept")]
    [InlineData("decline")]
    public async Task A_token_may_come_from_standard_input(string answer)
    {
        var rbac = _rbac with { Input = "inv_1.secret\n" };
        rbac.Server.Answers(Invitation);
        await rbac.Run($"invite {answer} - --user eve --email eve@acme.com");
        Assert.Equal($"POST {Rbac.Address}/v1/invitations/{answer}", rbac.Server.Requests[0].Line);
        Assert.Equal("""{"token":"inv_1.secret","user":"eve","email":"eve@acme.com"}""", rbac.Server.Requests[0].Body);
    }

    [Fact]
    public async Task No_token_is_a_usage_error() =>
        Assert.Equal(2, (await _rbac.Run("invite accept - --user eve --email eve@acme.com")).Exit);
}
