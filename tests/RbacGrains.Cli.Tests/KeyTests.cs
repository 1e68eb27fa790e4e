namespace RbacGrains.Cli.Tests;

public sealed class KeyTests
{
    private const string Key = """{"id":"key_a_1","name":"ci","prefix":"rbac_a_1","status":"active"}""";

    private readonly Rbac _rbac = new();

    [Fact]
    public async Task Create_says_that_the_key_is_shown_only_now()
    {
        _rbac.Server.Answers("""{"id":"key_a_1","key":"rbac_a_1_secret"}""");
        var outcome = await _rbac.Run(
            "key create acme ci --role editor --grant api_keys:read --project-role web=viewer --expires-in 90d --acts-for-users --reason release");
        Assert.Equal(["id\tkey_a_1", "key\trbac_a_1_secret"], outcome.Lines);
        Assert.Contains("only now", outcome.Error, StringComparison.Ordinal);
        Assert.Equal($"POST {Rbac.Address}/v1/organizations/acme/api_keys", _rbac.Server.Requests[0].Line);
        Assert.Equal(
            """{"name":"ci","role":"editor","grants":{"api_keys:read":"allow"},"projects":{"web":{"role":"viewer"}},"expires_in":"90d","acts_for_users":true}""",
            _rbac.Server.Requests[0].Body);
    }

    [Fact]
    public async Task A_key_is_added_to_an_account()
    {
        _rbac.Server.Answers(Key);
        await _rbac.Run("key create acme second --service-account svc:a");
        Assert.Equal("""{"name":"second","service_account":"svc:a"}""", _rbac.Server.Requests[0].Body);
    }

    [Theory]
    [InlineData("key rotate acme key_a_1", "{}")]
    [InlineData("key rotate acme key_a_1 --grace 12h --expires-in 3600", """{"grace":"12h","expires_in":3600}""")]
    public async Task Rotate_says_how_long_the_old_secret_works(string commandLine, string body)
    {
        _rbac.Server.Answers("""{"id":"key_a_1","key":"rbac_a_1_secret"}""");
        var outcome = await _rbac.Run(commandLine);
        Assert.Contains("only now", outcome.Error, StringComparison.Ordinal);
        Assert.Equal($"POST {Rbac.Address}/v1/organizations/acme/api_keys/key_a_1/rotate", _rbac.Server.Requests[0].Line);
        Assert.Equal(body, _rbac.Server.Requests[0].Body);
    }

    [Theory]
    [InlineData("key list acme --prefix rbac_a --status expired", "GET {0}/v1/organizations/acme/api_keys?prefix=rbac_a&status=expired&page_size=100")]
    [InlineData("key list acme --service-account svc:a", "GET {0}/v1/organizations/acme/api_keys?service_account=svc%3Aa&page_size=100")]
    [InlineData("key show acme key_a_1", "GET {0}/v1/organizations/acme/api_keys/key_a_1")]
    [InlineData("key delete acme key_a_1", "DELETE {0}/v1/organizations/acme/api_keys/key_a_1")]
    [InlineData("service-account list acme --role admin", "GET {0}/v1/organizations/acme/service_accounts?role=admin&page_size=100")]
    [InlineData("service-account show acme svc:a", "GET {0}/v1/organizations/acme/service_accounts/svc%3Aa")]
    [InlineData("service-account delete acme svc:a", "DELETE {0}/v1/organizations/acme/service_accounts/svc%3Aa")]
    public async Task Each_command_asks_its_path(string commandLine, string request)
    {
        _rbac.Server.Answers(commandLine.Contains("list", StringComparison.Ordinal) ? """{"items":[],"next_page_token":""}""" : Key);
        Assert.Equal(0, (await _rbac.Run(commandLine)).Exit);
        Assert.Equal(string.Format(null, request, Rbac.Address), _rbac.Server.Requests[0].Line);
        Assert.Null(_rbac.Server.Requests[0].Body);
    }

    [Theory]
    [InlineData("key show acme rbac_a_1_secret")]
    [InlineData("key rotate acme rbac_a_1_secret")]
    [InlineData("key delete acme rbac_a_1_secret")]
    public async Task A_key_in_place_of_its_id_is_not_sent(string commandLine)
    {
        var outcome = await _rbac.Run(commandLine);
        Assert.Equal(2, outcome.Exit);
        Assert.DoesNotContain("secret", outcome.Error, StringComparison.Ordinal);
        Assert.Empty(_rbac.Server.Requests);
    }

    [Fact]
    public async Task An_account_is_changed_by_what_is_given()
    {
        _rbac.Server.Answers("""{"id":"svc:a"}""");
        await _rbac.Run("service-account update acme svc:a --name nightly --role editor --suspended false --no-grant agents:read --no-expiry --if-match 7");
        Assert.Equal($"PATCH {Rbac.Address}/v1/organizations/acme/service_accounts/svc%3Aa", _rbac.Server.Requests[0].Line);
        Assert.Equal(
            """{"name":"nightly","role":"editor","suspended":false,"expires_at":null,"grants":{"agents:read":null}}""", _rbac.Server.Requests[0].Body);
    }

    [Theory]
    [InlineData("service-account update acme svc:a")]
    [InlineData("service-account update acme svc:a --email a@acme.com")]
    [InlineData("key create acme")]
    public async Task What_says_nothing_or_too_much_is_a_usage_error(string commandLine) => Assert.Equal(2, (await _rbac.Run(commandLine)).Exit);
}
