namespace RbacGrains.Cli.Tests;

public sealed class CheckTests
{
    private readonly Rbac _rbac = new();

    [Fact]
    public async Task An_allowed_check_exits_with_0()
    {
        _rbac.Server.Answers("""{"allowed":true,"reason":"granted","policy_version":1,"access_version":1}""");
        var outcome = await _rbac.Run("check acme ada@acme.com knowledge/faqs:view --project web");
        Assert.Equal(new Outcome(0, "allowed: granted\n", ""), outcome);
        var request = Assert.Single(_rbac.Server.Requests);
        Assert.Equal($"POST {Rbac.Address}/v1/check", request.Line);
        Assert.Equal("""{"organization":"acme","user":"ada@acme.com","action":"knowledge/faqs:view","project":"web"}""", request.Body);
        Assert.Equal("Bearer key-1", request.Headers["Authorization"]);
        Assert.DoesNotContain("Rbac-Actor", request.Headers.Keys);
    }

    [Fact]
    public async Task A_denied_check_exits_with_1()
    {
        _rbac.Server.Answers("""{"allowed":false,"reason":"not_granted"}""");
        Assert.Equal(new Outcome(1, "denied: not_granted\n", ""), await _rbac.Run("check acme bob agents:create"));
    }

    [Fact]
    public async Task Json_is_printed_as_the_server_sent_it()
    {
        const string Answer = """{ "allowed":false,  "reason":"not_granted", "new_field": [1.0] }""";
        _rbac.Server.Answers(Answer);
        Assert.Equal(new Outcome(1, Answer + "\n", ""), await _rbac.Run("check acme bob agents:create --json"));
    }

    [Fact]
    public async Task An_id_may_begin_with_an_at_sign()
    {
        _rbac.Server.Answers("""{"allowed":true,"reason":"granted"}""");
        await _rbac.Run("check acme @ada agents:create");
        Assert.Contains("\"user\":\"@ada\"", _rbac.Server.Requests[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_incomplete_check_is_a_usage_error_and_asks_nothing()
    {
        var outcome = await _rbac.Run("check acme bob");
        Assert.Equal(2, outcome.Exit);
        Assert.StartsWith("error: usage: ", outcome.Error, StringComparison.Ordinal);
        Assert.Empty(_rbac.Server.Requests);
    }

    [Fact]
    public async Task Explain_prints_the_sentence_and_its_steps()
    {
        _rbac.Server.Answers("""
            {"allowed":false,"reason":"not_granted","action":"agents:create","project":null,"sentence":"Denied: nothing gives it.",
             "steps":[{"kind":"role","effect":"gives_nothing","subject":"analyst","level":null,"text":"The role does not."}]}
            """);
        var outcome = await _rbac.Run("explain acme bob agents:create");
        Assert.Equal(1, outcome.Exit);
        Assert.Equal(
            ["Denied: nothing gives it.", "kind\teffect\tsubject\tlevel\ttext", "role\tgives_nothing\tanalyst\t\tThe role does not."],
            outcome.Lines);
        Assert.Equal($"POST {Rbac.Address}/v1/explain", _rbac.Server.Requests[0].Line);
    }
}
