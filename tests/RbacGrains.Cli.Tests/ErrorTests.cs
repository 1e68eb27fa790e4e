using System.Net;

namespace RbacGrains.Cli.Tests;

public sealed class ErrorTests
{
    private readonly Rbac _rbac = new();

    [Fact]
    public async Task A_problem_prints_its_code_detail_field_and_facts()
    {
        _rbac.Server.Answers(
            """{"type":"urn:x","title":"T","status":409,"code":"plan_strands_members","detail":"Two would be lost.","pointer":"/plan","members":["ada","bob"]}""",
            HttpStatusCode.Conflict);
        Assert.Equal(
            new Outcome(2, "", "error: plan_strands_members: Two would be lost.\n  field: /plan\n  members: ada, bob\n"),
            await _rbac.Run("org update acme --plan free"));
    }

    [Fact]
    public async Task A_missing_key_says_how_to_give_one()
    {
        _rbac.Server.Answers("""{"code":"unauthenticated","detail":"The call needs a key."}""", HttpStatusCode.Unauthorized);
        Assert.Contains("RBAC_KEY", (await _rbac.Run("org list")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unreachable_server_is_told_without_a_stack_trace()
    {
        _rbac.Server.Fails(new HttpRequestException("outer", new IOException("Connection refused")));
        var outcome = await _rbac.Run("org list");
        Assert.Equal(2, outcome.Exit);
        Assert.StartsWith($"error: unreachable: Cannot reach {Rbac.Address}/: Connection refused\n", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_in_time_is_an_error_and_no_cancellation()
    {
        _rbac.Server.Fails(new TaskCanceledException());
        var outcome = await _rbac.Run("org list");
        Assert.Equal(2, outcome.Exit);
        Assert.StartsWith("error: timed_out: ", outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html></html>")]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("""{"allowed":"yes"}""")]
    [InlineData("""{"allowed":false,"allowed":true}""")]
    public async Task What_is_no_answer_is_never_taken_for_one(string body)
    {
        _rbac.Server.Answers(body);
        var outcome = await _rbac.Run("check acme ada agents:read");
        Assert.Equal(2, outcome.Exit);
        Assert.Equal("", outcome.Out);
        Assert.StartsWith("error: malformed_answer: ", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_that_explains_nothing_is_told_by_its_status()
    {
        _rbac.Server.Answers("<html>Bad gateway</html>", HttpStatusCode.BadGateway);
        Assert.StartsWith("error: http_502: The server answered 502 Bad Gateway", (await _rbac.Run("org list")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_ends_with_130()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        var outcome = await _rbac.Run(["org", "list"], cancelled.Token);
        Assert.Equal(130, outcome.Exit);
        Assert.DoesNotContain("   at ", outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("member")]
    [InlineData("member updat")]
    [InlineData("nonsense")]
    [InlineData("org show")]
    [InlineData("org show acme extra")]
    [InlineData("org show acme --nonsense")]
    public async Task A_usage_error_exits_with_2_and_leaves_the_output_empty(string commandLine)
    {
        var outcome = await _rbac.Run(commandLine);
        Assert.Equal(2, outcome.Exit);
        Assert.Equal("", outcome.Out);
        Assert.NotEqual("", outcome.Error);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("member set --help")]
    [InlineData("--version")]
    public async Task Help_is_output_and_no_error(string commandLine)
    {
        var outcome = await _rbac.Run(commandLine);
        Assert.Equal(0, outcome.Exit);
        Assert.NotEqual("", outcome.Out);
        Assert.Equal("", outcome.Error);
    }
}
