using System.Text.Json.Nodes;

namespace RbacGrains.Cli.Tests;

public sealed class ListTests
{
    private readonly Rbac _rbac = new();

    [Fact]
    public async Task A_list_asks_for_a_hundred_and_says_when_there_are_more()
    {
        _rbac.Server.Answers("""{"items":["ada"],"next_page_token":"t/1"}""").Answers("""{"items":["bob"],"next_page_token":""}""");
        var outcome = await _rbac.Run("org who-can acme knowledge/faqs:view");
        Assert.Equal(["user", "ada", "bob"], outcome.Lines);
        Assert.Equal("", outcome.Error);
        Assert.Equal(
            [
                $"GET {Rbac.Address}/v1/organizations/acme/actions/knowledge%2Ffaqs%3Aview/members?page_size=100",
                $"GET {Rbac.Address}/v1/organizations/acme/actions/knowledge%2Ffaqs%3Aview/members?page_size=99&page_token=t%2F1",
            ],
            _rbac.Server.Requests.Select(request => request.Line));
    }

    [Fact]
    public async Task A_limit_ends_where_the_next_list_begins()
    {
        _rbac.Server.Answers("""{"items":["a","b"],"next_page_token":"t2"}""").Answers("""{"items":["c"],"next_page_token":"t3"}""");
        var outcome = await _rbac.Run("org who-can acme x:y --limit 3 --page-size 2 --page-token t1");
        Assert.Equal(["user", "a", "b", "c"], outcome.Lines);
        Assert.Contains("--page-token t3", outcome.Error, StringComparison.Ordinal);
        Assert.EndsWith("?page_size=2&page_token=t1", _rbac.Server.Requests[0].Line, StringComparison.Ordinal);
        Assert.EndsWith("?page_size=1&page_token=t2", _rbac.Server.Requests[1].Line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_pages_print_as_one_list_of_json()
    {
        _rbac.Server.Answers("""{"items":[{"user":"ada","n":1.0}],"next_page_token":"t"}""").Answers("""{"items":[{"user":"bob"}],"next_page_token":""}""");
        var outcome = await _rbac.Run("member list acme --all --json");
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""{"items":[{"user":"ada","n":1.0},{"user":"bob"}],"next_page_token":""}"""), JsonNode.Parse(outcome.Out)));
        Assert.EndsWith("?page_size=1000", _rbac.Server.Requests[0].Line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_page_of_json_is_printed_as_the_server_sent_it()
    {
        const string Page = """{"items": [ ],"next_page_token":""}""";
        _rbac.Server.Answers(Page);
        Assert.Equal(new Outcome(0, Page + "\n", ""), await _rbac.Run("org list --json"));
    }

    [Fact]
    public async Task Filters_stand_in_the_query()
    {
        _rbac.Server.Answers("""{"items":[],"next_page_token":""}""");
        await _rbac.Run("org audit acme --by ada+1@acme.com --kind member.changed --since 2027-01-01T00:00:00+01:00");
        Assert.Equal(
            $"GET {Rbac.Address}/v1/organizations/acme/audit?actor=ada%2B1%40acme.com&kind=member.changed&since=2027-01-01T00%3A00%3A00%2B01%3A00&page_size=100",
            _rbac.Server.Requests[0].Line);
    }

    [Fact]
    public async Task A_page_that_names_itself_as_the_next_one_ends_the_list()
    {
        _rbac.Server.Answers("""{"items":["a"],"next_page_token":"t"}""").Answers("""{"items":["a"],"next_page_token":"t"}""");
        var outcome = await _rbac.Run("org who-can acme x:y --all");
        Assert.Equal(2, outcome.Exit);
        Assert.Contains("malformed_answer", outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--limit 0")]
    [InlineData("--limit x")]
    [InlineData("--page-size 1001")]
    [InlineData("--limit 3 --all")]
    public async Task An_impossible_part_of_a_list_is_a_usage_error(string options) =>
        Assert.Equal(2, (await _rbac.Run($"org list {options}")).Exit);

    [Fact]
    public async Task On_a_terminal_a_list_is_a_table_without_empty_columns()
    {
        var terminal = _rbac with { IsTerminal = true };
        terminal.Server.Answers("""{"items":[{"user":"ada","role":"admin","status":"active","email":null,"grants":{}}],"next_page_token":""}""");
        var outcome = await terminal.Run("member list acme");
        Assert.Contains("│ ada  │ admin │ active │", outcome.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("email", outcome.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_stranger_typed_does_not_drive_the_terminal()
    {
        _rbac.Server.Answers("""{"items":[{"id":"acme","name":"\u001b[2J\tAcme"}],"next_page_token":""}""");
        var outcome = await _rbac.Run("org list");
        Assert.Contains(@"acme	\u001b[2J\u0009Acme", outcome.Out, StringComparison.Ordinal);
    }
}
