namespace RbacGrains.Cli.Tests;

public sealed class PreviewTests
{
    private const string Affected =
        """
        {"items":[{"user":"bob","email":null,
          "gains":[{"action":"a:read","project":null,"condition":null,"except":["p","*"]}],
          "loses":[{"action":"a:write","project":"p","condition":"not x","except":[]},{"action":"b:write","project":"*","condition":null,"except":[]}]}],
          "next_page_token":""}
        """;

    private readonly Rbac _rbac = new();

    [Fact]
    public async Task Every_decision_that_turns_has_a_row()
    {
        _rbac.Server.Answers(Affected);
        var outcome = await _rbac.Run("preview member update acme bob --role editor --no-grant voice --if-match 7");
        Assert.Equal(0, outcome.Exit);
        Assert.Equal(
            [
                "user\tchange\taction\twhere\twhen",
                "bob\tgains\ta:read\teverywhere but p, *\t",
                "bob\tloses\ta:write\tp\tnot x",
                "bob\tloses\tb:write\tall other projects\t",
            ],
            outcome.Lines);
        var request = _rbac.Server.Requests[0];
        Assert.Equal($"POST {Rbac.Address}/v1/organizations/acme/preview?page_size=100", request.Line);
        Assert.Equal("""{"member":{"user":"bob","patch":{"role":"editor","grants":{"voice":null}}}}""", request.Body);
        Assert.Equal("\"7\"", request.Headers["If-Match"]);
    }

    [Theory]
    [InlineData("preview member set acme bob --role editor", """{"member":{"user":"bob","put":{"role":"editor"}}}""")]
    [InlineData("preview member remove acme bob", """{"member":{"user":"bob","remove":true}}""")]
    [InlineData("preview role put acme own --title Own --grant a:b", """{"role":{"role":"own","put":{"title":"Own","grants":{"a:b":"allow"}}}}""")]
    [InlineData("preview role delete acme own --reassign member", """{"role":{"role":"own","delete":{"reassign":"member"}}}""")]
    [InlineData("preview role delete acme own", """{"role":{"role":"own","delete":{}}}""")]
    [InlineData("preview group set acme team --title Team --role editor", """{"group":{"group":"team","put":{"title":"Team","role":"editor"}}}""")]
    [InlineData("preview group delete acme team", """{"group":{"group":"team","delete":true}}""")]
    [InlineData("preview group add acme team bob", """{"group":{"group":"team","add_member":"bob"}}""")]
    [InlineData("preview group remove acme team bob", """{"group":{"group":"team","remove_member":"bob"}}""")]
    [InlineData("preview plan acme free --reassign a=b --reassign c=d", """{"plan":{"plan":"free","reassign":{"a":"b","c":"d"}}}""")]
    public async Task Each_change_is_sent_as_a_preview(string commandLine, string body)
    {
        _rbac.Server.Answers("""{"items":[],"next_page_token":""}""");
        Assert.Equal(0, (await _rbac.Run(commandLine)).Exit);
        Assert.Equal(body, _rbac.Server.Requests[0].Body);
    }

    [Fact]
    public async Task All_pages_of_a_preview_ask_the_same_thing()
    {
        _rbac.Server.Answers("""{"items":[],"next_page_token":"0-1"}""").Answers("""{"items":[],"next_page_token":""}""");
        await _rbac.Run("preview plan acme free --all");
        Assert.Equal(_rbac.Server.Requests[0].Body, _rbac.Server.Requests[1].Body);
        Assert.EndsWith("?page_size=1000&page_token=0-1", _rbac.Server.Requests[1].Line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Members_are_searched_and_counted()
    {
        _rbac.Server.Answers("""{"items":[],"next_page_token":""}""").Answers("""{"count":3}""");
        await _rbac.Run("member list acme --search ex@ --group team");
        var count = await _rbac.Run("member count acme --search ex@");
        Assert.EndsWith("/members?group=team&search=ex%40&page_size=100", _rbac.Server.Requests[0].Line, StringComparison.Ordinal);
        Assert.EndsWith("/acme/member_count?search=ex%40", _rbac.Server.Requests[1].Line, StringComparison.Ordinal);
        Assert.Equal(["count\t3"], count.Lines);
    }
}
