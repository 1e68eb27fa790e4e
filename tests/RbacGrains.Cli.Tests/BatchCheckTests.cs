using System.Text.Json.Nodes;

namespace RbacGrains.Cli.Tests;

public sealed class BatchCheckTests
{
    private const string Allowed = """{"allowed":true,"reason":"granted"}""";
    private const string Denied = """{"allowed":false,"reason":"not_granted"}""";
    private const string Unknown = """{"allowed":false,"error":{"code":"unknown_action","message":"There is none."}}""";

    [Fact]
    public async Task A_spreadsheet_s_lines_become_one_request()
    {
        var rbac = new Rbac { Input = "org,user,action,project\r\n# a note\r\n\r\nacme,\"ada\", agents:read ,\r\nacme,bob,agents:create,web\r\n" };
        rbac.Server.Answers($$"""{"results":[{{Allowed}},{{Denied}}]}""");
        var outcome = await rbac.Run("check --batch -");
        Assert.Equal(1, outcome.Exit);
        Assert.Equal(
            [
                "organization\tuser\taction\tproject\tanswer\treason",
                "acme\tada\tagents:read\t\tallowed\tgranted",
                "acme\tbob\tagents:create\tweb\tdenied\tnot_granted",
            ],
            outcome.Lines);
        Assert.Equal(
            """{"checks":[{"organization":"acme","user":"ada","action":"agents:read"},{"organization":"acme","user":"bob","action":"agents:create","project":"web"}]}""",
            Assert.Single(rbac.Server.Requests).Body);
    }

    [Theory]
    [InlineData(Allowed, Allowed, 0)]
    [InlineData(Allowed, Denied, 1)]
    [InlineData(Denied, Unknown, 2)]
    public async Task The_exit_is_that_of_the_worst_answer(string first, string second, int exit)
    {
        var rbac = new Rbac { Input = "acme,ada,agents:read\nacme,bob,agents:read\n" };
        rbac.Server.Answers($$"""{"results":[{{first}},{{second}}]}""");
        Assert.Equal(exit, (await rbac.Run("check --batch -")).Exit);
    }

    [Fact]
    public async Task More_checks_than_fit_are_asked_in_several_requests()
    {
        var rbac = new Rbac { Input = string.Concat(Enumerable.Repeat("acme,ada,agents:read\n", 10_001)) };
        rbac.Server.Answers($$"""{"results":[{{string.Join(',', Enumerable.Repeat(Allowed, 10_000))}}]}""").Answers($$"""{"results":[{{Denied}}]}""");
        var outcome = await rbac.Run("check --batch - --json");
        Assert.Equal(1, outcome.Exit);
        Assert.Equal(10_001, JsonNode.Parse(outcome.Out)!["results"]!.AsArray().Count);
        Assert.Equal(2, rbac.Server.Requests.Count);
    }

    [Theory]
    [InlineData("acme,ada\n", "Line 1 ")]
    [InlineData("acme,ada,agents:read\nacme,,agents:read\n", "Line 2 ")]
    [InlineData("# nothing\n", "no check")]
    public async Task What_is_no_check_is_a_usage_error(string input, string words)
    {
        var outcome = await new Rbac { Input = input }.Run("check --batch -");
        Assert.Equal(2, outcome.Exit);
        Assert.Contains(words, outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_batch_and_a_check_at_once_are_a_usage_error() =>
        Assert.Equal(2, (await new Rbac().Run("check acme ada agents:read --batch -")).Exit);

    [Fact]
    public async Task Fewer_answers_than_checks_are_not_taken_for_answers()
    {
        var rbac = new Rbac { Input = "acme,ada,agents:read\nacme,bob,agents:read\n" };
        rbac.Server.Answers($$"""{"results":[{{Allowed}}]}""");
        var outcome = await rbac.Run("check --batch -");
        Assert.Equal(2, outcome.Exit);
        Assert.Contains("malformed_answer", outcome.Error, StringComparison.Ordinal);
    }
}
