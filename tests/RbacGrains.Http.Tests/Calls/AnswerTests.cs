namespace RbacGrains.Http.Tests.Calls;

/// <summary>What is made of answers, also of those that the API never gives.</summary>
public sealed class AnswerTests : IDisposable
{
    private readonly ScriptedServer _server = new();

    public void Dispose() => _server.Dispose();

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("<html>welcome to the hotel</html>")]
    [InlineData("""{"allowed":true}""")]
    [InlineData("""{"allowed":true,"reason":"because","policy_version":1,"access_version":1}""")]
    [InlineData("""{"allowed":true,"reason":1,"policy_version":1,"access_version":1}""")]
    [InlineData("""{"allowed":true,"reason":"not_granted","policy_version":1,"access_version":1}""")]
    [InlineData("""{"allowed":"yes","reason":"granted","policy_version":1,"access_version":1}""")]
    public async Task What_is_no_decision_allows_nothing(string body)
    {
        var grid = _server.Answers(200, body).Grid();

        var error = (await grid.User("bob").Check("acme", "agents:read")).Error!;

        Assert.Equal((ErrorKind.Unavailable, ErrorCodes.GridUnavailable), (error.Kind, error.Code));
    }

    [Theory]
    [InlineData("""{"results":[]}""")]
    [InlineData("""{"results":[{"allowed":true}]}""")]
    [InlineData("""{"results":[{"allowed":true,"reason":"granted","policy_version":1,"access_version":1},{"allowed":false}]}""")]
    public async Task A_batch_with_other_answers_than_were_asked_for_allows_nothing(string body)
    {
        var grid = _server.Answers(200, body).Grid();

        var answers = await grid.User("bob").CheckMany(Caller.Service, [new CheckRequest("acme", "agents:read", null)], CancellationToken.None);

        Assert.Equal(ErrorCodes.GridUnavailable, Assert.Single(answers).Error?.Code);
    }

    [Fact]
    public async Task A_redirection_is_not_followed()
    {
        var grid = _server.Answers(302, "", "text/html", ("Location", "http://elsewhere.example/v1/check")).Grid();

        Assert.Equal(ErrorCodes.GridUnavailable, (await grid.User("bob").Check("acme", "agents:read")).Error?.Code);
        Assert.Single(_server.Asked);
    }

    [Fact]
    public async Task A_page_of_somebody_else_is_no_answer_of_the_service()
    {
        var grid = _server.Answers(404, "<html>Not here</html>", "text/html").Grid();

        var error = (await grid.Organization("acme").Get(Caller.Service, CancellationToken.None)).Error!;

        Assert.Equal((ErrorKind.Unavailable, ErrorCodes.GridUnavailable), (error.Kind, error.Code));
        Assert.Contains("404", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_the_service_does_not_know_is_nothing_that_a_user_is_denied_for()
    {
        var grid = _server.Refuses(401, "unauthenticated").Grid();

        var error = (await grid.User("bob").Check("acme", "agents:read")).Error!;

        Assert.Equal((ErrorKind.Unavailable, "unauthenticated"), (error.Kind, error.Code));
    }

    [Fact]
    public async Task An_answer_beyond_the_limit_is_not_read()
    {
        var grid = _server.Answers(200, $$"""{"allowed":true,"filler":"{{new string('x', 70_000)}}"}""")
            .Grid(options => options.MaxAnswerBytes = 64 * 1024);

        Assert.Equal(ErrorCodes.GridUnavailable, (await grid.User("bob").Check("acme", "agents:read")).Error?.Code);
        Assert.Single(_server.Asked);
    }

    [Fact]
    public async Task What_a_newer_service_says_beside_it_is_passed_over()
    {
        var grid = _server.Answers(200, """{"allowed":true,"reason":"admin","policy_version":1,"access_version":2,"mood":{"good":[]}}""").Grid();

        Assert.Equal(new Decision(DecisionReason.Admin, 1, 2), (await grid.User("bob").Check("acme", "agents:read")).Require());
    }

    [Fact]
    public async Task A_problem_has_all_that_the_error_had()
    {
        const string Problem =
            """
            {"type":"urn:x","title":"Plan strands members","status":409,"detail":"They would be left.","code":"plan_strands_members",
             "pointer":"/plan","members":["alice","bob"],"instance":"x"}
            """;
        var grid = _server.Answers(409, Problem, "application/problem+json").Grid();

        var error = (await grid.Organization("acme").Update(ChangeContext.Service, new UpdateOrganization(Plan: "free"), CancellationToken.None)).Error!;

        Assert.Equal(
            (ErrorKind.Conflict, "plan_strands_members", "They would be left.", "/plan"), (error.Kind, error.Code, error.Message, error.Pointer));
        Assert.Equal(["members"], error.Details.Keys);
        Assert.Equal(["alice", "bob"], error.Details["members"].ToArray());
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task A_denial_keeps_the_status_of_the_model(int status)
    {
        var grid = _server.Refuses(status, ErrorCodes.PermissionDenied).Grid();

        var error = (await grid.Organization("acme").Get(new Caller("bob"), CancellationToken.None)).Error!;

        Assert.Equal((ErrorKind.Denied, status), (error.Kind, error.DenialStatus));
    }
}
