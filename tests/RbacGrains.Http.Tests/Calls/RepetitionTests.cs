namespace RbacGrains.Http.Tests.Calls;

/// <summary>What is repeated while the service cannot be reached, and what is answered when that does not help.</summary>
public sealed class RepetitionTests : IDisposable
{
    private const string Allowed = """{"allowed":true,"reason":"granted","policy_version":3,"access_version":4}""";
    private const string Organization =
        """
        {"id":"acme","name":"Acme","model":"letta","plan":"free","owner":"ada","settings":{"invitation_days":7,"email_domains":[]},
         "created_at":"2026-01-01T00:00:00Z","policy_version":2}
        """;

    private static readonly ChangeContext Named = new() { OperationId = "op" };
    private static readonly UpdateOrganization Rename = new(Name: "Acme");

    private readonly ScriptedServer _server = new();

    public void Dispose() => _server.Dispose();

    private static CancellationToken None => CancellationToken.None;

    public static TheoryData<int, string> Transient => new()
    {
        { 503, ErrorCodes.GridUnavailable }, { 503, ErrorCodes.OutcomeUnknown }, { 502, "bad_gateway" }, { 504, "gateway_timeout" }, { 429, "rate_limited" },
    };

    [Theory]
    [MemberData(nameof(Transient))]
    public async Task A_check_is_repeated_until_it_is_answered(int status, string code)
    {
        var grid = _server.Refuses(status, code).Fails(HttpRequestError.ResponseEnded).Fails(HttpRequestError.ConnectionError)
            .Answers(200, Allowed).Grid();

        Assert.Equal(new Decision(DecisionReason.Granted, 3, 4), (await grid.User("bob").Check("acme", "agents:read")).Require());
        Assert.Equal(4, _server.Asked.Count);
    }

    [Fact]
    public async Task A_check_that_is_not_answered_is_unavailable_and_allows_nothing()
    {
        var grid = _server.Fails(HttpRequestError.ConnectionError).Grid(options => options.RetryFor = TimeSpan.Zero);

        var error = (await grid.User("bob").Check("acme", "agents:read")).Error!;

        Assert.Equal((ErrorKind.Unavailable, ErrorCodes.GridUnavailable), (error.Kind, error.Code));
    }

    [Fact]
    public async Task What_the_service_said_last_is_what_is_answered()
    {
        var grid = _server.Refuses(429, "rate_limited").Grid(options => options.RetryFor = TimeSpan.Zero);

        var error = (await grid.User("bob").Check("acme", "agents:read")).Error!;

        Assert.Equal((ErrorKind.Unavailable, "rate_limited", "No."), (error.Kind, error.Code, error.Message));
    }

    [Fact]
    public async Task A_change_with_a_name_is_repeated_under_it()
    {
        var grid = _server.Fails(HttpRequestError.ResponseEnded).Refuses(503, ErrorCodes.OutcomeUnknown).Answers(200, Organization).Grid();

        Assert.Equal("Acme", (await grid.Organization("acme").Update(Named, Rename, None)).Require().Name);
        Assert.Equal(["op", "op", "op"], _server.Asked.Select(asked => asked.Headers["Idempotency-Key"]));
    }

    [Fact]
    public async Task A_change_without_a_name_is_made_once()
    {
        var grid = _server.Fails(HttpRequestError.ResponseEnded).Grid();

        var error = (await grid.Organization("acme").Update(ChangeContext.Service, Rename, None)).Error!;

        Assert.Equal((ErrorKind.Unavailable, ErrorCodes.OutcomeUnknown), (error.Kind, error.Code));
        Assert.Single(_server.Asked);
    }

    [Fact]
    public async Task A_change_that_was_never_sent_is_repeated_and_otherwise_known_not_to_be_made()
    {
        var grid = _server.Fails(HttpRequestError.ConnectionError).Refuses(429, "rate_limited").Answers(200, Organization).Grid();
        (await grid.Organization("acme").Update(ChangeContext.Service, Rename, None)).Require();

        grid = new ScriptedServer().Fails(HttpRequestError.ConnectionError).Grid(options => options.RetryFor = TimeSpan.Zero);
        Assert.Equal(ErrorCodes.GridUnavailable, (await grid.Organization("acme").Update(ChangeContext.Service, Rename, None)).Error?.Code);
    }

    [Fact]
    public async Task A_change_of_which_an_earlier_attempt_may_have_been_made_stays_unknown()
    {
        var grid = _server.Refuses(503, ErrorCodes.OutcomeUnknown)
            .Answers(429, """{"code":"rate_limited","detail":"Later."}""", "application/problem+json", ("Retry-After", "3600")).Grid();

        Assert.Equal(ErrorCodes.OutcomeUnknown, (await grid.Organization("acme").Update(Named, Rename, None)).Error?.Code);
        Assert.Equal(2, _server.Asked.Count);
    }

    [Fact]
    public async Task What_the_service_fails_at_is_not_repeated()
    {
        var grid = _server.Refuses(500, "internal_error").Refuses(500, "internal_error").Refuses(503, ErrorCodes.ModelUnavailable).Grid();

        var check = (await grid.User("bob").Check("acme", "agents:read")).Error!;
        Assert.Equal((ErrorKind.Unavailable, "internal_error"), (check.Kind, check.Code));
        Assert.Equal(ErrorCodes.OutcomeUnknown, (await grid.Organization("acme").Update(Named, Rename, None)).Error?.Code);
        Assert.Equal(ErrorCodes.ModelUnavailable, (await grid.User("bob").Check("acme", "agents:read")).Error?.Code);
    }

    [Fact]
    public async Task An_attempt_that_takes_too_long_is_given_up()
    {
        var grid = _server.NeverAnswers().Answers(200, Allowed).Grid(options => options.AttemptTimeout = TimeSpan.FromMilliseconds(100));

        Assert.True((await grid.User("bob").Check("acme", "agents:read")).Require().Allowed);
    }

    [Fact]
    public async Task A_caller_who_goes_away_is_not_kept()
    {
        var grid = _server.NeverAnswers().Grid();
        using var gone = new CancellationTokenSource();
        var check = grid.User("bob").Check(Caller.Service, "acme", "agents:read", null, gone.Token).AsTask();

        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => check);
    }

    [Fact]
    public async Task An_answer_to_an_invitation_is_repeated_since_twice_is_once()
    {
        var grid = _server.Fails(HttpRequestError.ResponseEnded).Refuses(409, ErrorCodes.AlreadyMember).Grid();

        Assert.Equal(ErrorCodes.AlreadyMember, (await grid.Invitation("i1").Accept("i1.secret", "bob", "bob@example.com", None)).Error?.Code);
        Assert.Equal(2, _server.Asked.Count);
    }
}
