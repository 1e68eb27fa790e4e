namespace RbacGrains.Cli.Tests;

public sealed class MemberTests
{
    private const string Member = """{"user":"bob","role":"editor","grants":{"knowledge":"read"},"expires_at":null}""";

    private readonly Rbac _rbac = new();

    [Fact]
    public async Task Set_sends_all_that_is_given_and_nothing_else()
    {
        _rbac.Server.Answers(Member);
        var outcome = await _rbac.Run(
            "member set acme bob+x@acme.com --role editor --grant knowledge/faqs=read --grant agents:create --preset reviewer --email b@acme.com "
            + "--suspended --project-role web=viewer --project-grant web=knowledge=read --project-expires-at api=2027-01-01T00:00:00Z");
        Assert.Equal(0, outcome.Exit);
        Assert.Equal(["user\tbob", "role\teditor", "grants\tknowledge=read", "expires_at\t"], outcome.Lines);
        Assert.Equal($"PUT {Rbac.Address}/v1/organizations/acme/members/bob%2Bx%40acme.com", _rbac.Server.Requests[0].Line);
        Assert.Equal(
            """{"role":"editor","preset":"reviewer","grants":{"knowledge/faqs":"read","agents:create":"allow"},"email":"b@acme.com","suspended":true,"projects":{"web":{"role":"viewer","grants":{"knowledge":"read"}},"api":{"expires_at":"2027-01-01T00:00:00Z"}}}""",
            _rbac.Server.Requests[0].Body);
    }

    [Fact]
    public async Task Update_sets_what_is_given_and_takes_away_with_null()
    {
        _rbac.Server.Answers(Member);
        await _rbac.Run("member update acme bob --grant knowledge=edit --no-grant voice --no-projects --no-expiry --suspended false");
        Assert.Equal($"PATCH {Rbac.Address}/v1/organizations/acme/members/bob", _rbac.Server.Requests[0].Line);
        Assert.Equal(
            """{"grants":{"knowledge":"edit","voice":null},"suspended":false,"projects":null,"expires_at":null}""",
            _rbac.Server.Requests[0].Body);
    }

    [Theory]
    [InlineData("member update acme bob")]
    [InlineData("member update acme bob --grant voice=read --no-grant voice")]
    [InlineData("member update acme bob --grant voice=read --no-grants")]
    [InlineData("member update acme bob --suspended perhaps")]
    [InlineData("member set acme bob --grant voice")]
    [InlineData("member set acme bob --grant =read")]
    [InlineData("member set acme bob --project-role web")]
    public async Task A_change_that_makes_no_sense_is_refused_before_it_is_sent(string commandLine)
    {
        Assert.Equal(2, (await _rbac.Run(commandLine)).Exit);
        Assert.Empty(_rbac.Server.Requests);
    }

    [Fact]
    public async Task A_change_carries_actor_reason_name_and_condition()
    {
        _rbac.Server.Answers("");
        var outcome = await _rbac.Run([
            "member", "remove", "acme", "bob", "--actor", "ada", "--reason", "Größe ✓", "--idempotency-key", "op-1", "--if-match", "7"]);
        Assert.Equal(new Outcome(0, "Removed bob from acme.\n", ""), outcome);
        var request = _rbac.Server.Requests[0];
        Assert.Equal($"DELETE {Rbac.Address}/v1/organizations/acme/members/bob", request.Line);
        Assert.Null(request.Body);
        Assert.Equal("ada", request.Headers["Rbac-Actor"]);
        Assert.Equal("Größe ✓", request.Headers["Rbac-Reason"]);
        Assert.Equal("op-1", request.Headers["Idempotency-Key"]);
        Assert.Equal("\"7\"", request.Headers["If-Match"]);
    }

    [Fact]
    public async Task A_reason_of_two_lines_is_refused() =>
        Assert.Equal(2, (await _rbac.Run(["member", "remove", "acme", "bob", "--reason", "a\nb: c"])).Exit);

    [Theory]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("")]
    public async Task A_user_whom_a_path_cannot_name_never_becomes_a_request_about_the_organization(string user)
    {
        Assert.Equal(2, (await _rbac.Run(["member", "remove", "acme", user])).Exit);
        Assert.Empty(_rbac.Server.Requests);
    }

    [Fact]
    public async Task Permissions_list_the_role_the_levels_and_the_actions()
    {
        _rbac.Server.Answers("""{"role":"member","actions":["knowledge:view"],"areas":{"knowledge":"read"},"policy_version":1,"access_version":1}""");
        var outcome = await _rbac.Run("member permissions acme bob --project web");
        Assert.Equal(["kind\tname\tlevel", "role\tmember\t", "area\tknowledge\tread", "action\tknowledge:view\tallow"], outcome.Lines);
        Assert.EndsWith("/members/bob/permissions?project=web", _rbac.Server.Requests[0].Line, StringComparison.Ordinal);
    }
}
