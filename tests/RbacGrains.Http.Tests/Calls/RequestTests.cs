using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RbacGrains.Client;

namespace RbacGrains.Http.Tests.Calls;

/// <summary>What is sent, and what never is.</summary>
public sealed class RequestTests : IDisposable
{
    private readonly ScriptedServer _server = new();

    public void Dispose() => _server.Dispose();

    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task A_change_carries_its_caller_name_reason_and_conditions()
    {
        var context = new ChangeContext
        {
            Caller = new Caller("ada"),
            OperationId = "op-1",
            Reason = "because of Zoë",
            RequiredAction = "api_keys:delete",
            ExpectedVersion = 7,
        };
        await _server.Refuses(412, ErrorCodes.VersionMismatch).Grid().Organization("acme").RemoveMember(context, "bob@example.com", None);

        var (method, path, body, headers) = Assert.Single(_server.Asked);
        Assert.Equal(("DELETE", "/base/v1/organizations/acme/members/bob%40example.com", ""), (method, path, body));
        Assert.Equal(
            ["Bearer key", "ada", "op-1", "because of Zoë", "api_keys:delete", "\"7\""],
            new[] { "Authorization", "Rbac-Actor", "Idempotency-Key", "Rbac-Reason", "Rbac-If-Allowed", "If-Match" }.Select(name => headers[name]));
    }

    [Fact]
    public async Task What_must_not_exist_is_asked_for_as_HTTP_does()
    {
        await _server.Refuses(412, ErrorCodes.VersionMismatch).Grid().Organization("acme")
            .PutMember(new ChangeContext { ExpectedVersion = 0 }, "bob", new MemberAssignment { Role = "editor" }, None);

        Assert.Equal("*", Assert.Single(_server.Asked).Headers["If-None-Match"]);
    }

    // The script is empty: whatever is sent fails the test.
    [Fact]
    public async Task Nothing_that_would_break_a_header_is_sent()
    {
        var acme = _server.Grid().Organization("acme");
        var broken =
            from text in new[] { "a\r\nRbac-Actor: owner", "a\nb", "a\0b", "a\u0085b", "a\ud800b" }
            from context in new[]
            {
                new ChangeContext { Reason = text }, new ChangeContext { OperationId = text }, new ChangeContext { RequiredAction = text },
                ChangeContext.By(text),
            }
            select context;

        foreach (var context in broken)
        {
            var error = (await acme.Delete(context, None)).Error!;
            Assert.Contains(error.Code, new[] { ErrorCodes.InvalidValue, ErrorCodes.UnknownAction, ErrorCodes.OrganizationNotFound });
        }
        Assert.Empty(_server.Asked);
    }

    [Theory]
    [InlineData("..")]
    [InlineData("")]
    [InlineData("a/../b")]
    [InlineData("a?b")]
    [InlineData("a#b")]
    [InlineData("a%2Fb")]
    public async Task Nothing_that_is_no_id_becomes_part_of_a_path(string text)
    {
        var grid = _server.Grid();

        Assert.Equal(ErrorCodes.InvalidId, (await grid.Organization(text).Get(Caller.Service, None)).Error?.Code);
        Assert.Equal(ErrorCodes.InvalidId, (await grid.Organization("acme").GetMember(Caller.Service, text, None)).Error?.Code);
        Assert.Equal(
            ErrorCodes.InvalidId, (await grid.Organization("acme").GetResource(Caller.Service, new ResourceReference("files", text), None)).Error?.Code);
        Assert.Equal(ErrorCodes.InvalidId, (await grid.User(text).ListProjects(Caller.Service, "acme", "agents:read", None)).Error?.Code);
        Assert.Equal(ErrorCodes.InvitationTokenInvalid, (await grid.Invitation("i1").Accept(text, "bob", "bob@example.com", None)).Error?.Code);
        Assert.Empty(_server.Asked);
    }

    [Theory]
    [InlineData("knowledge/faqs", "knowledge%2Ffaqs")]
    [InlineData("knowledge%2Ffaqs", "-")]
    [InlineData("..", "-")]
    [InlineData("", "-")]
    public async Task A_type_that_no_model_can_have_is_asked_for_as_one_that_none_has(string type, string segment)
    {
        await _server.Refuses(404, ErrorCodes.ResourceNotFound).Grid().Organization("acme")
            .GetResource(Caller.Service, new ResourceReference(type, "f1"), None);

        Assert.Equal($"/base/v1/organizations/acme/resources/{segment}/f1", Assert.Single(_server.Asked).Path);
    }

    [Fact]
    public async Task The_words_of_a_query_stay_words()
    {
        await _server.Refuses(404, ErrorCodes.OrganizationNotFound).Grid().Organization("acme").ListMembers(
            Caller.Service, new MemberFilter("a&status=suspended", MemberStatus.Active, "x@y z"), new PageRequest(5, "a+b="), None);

        Assert.Equal(
            "/base/v1/organizations/acme/members?role=a%26status%3Dsuspended&status=active&email=x%40y%20z&page_size=5&page_token=a%2Bb%3D",
            Assert.Single(_server.Asked).Path);
    }

    [Fact]
    public async Task More_checks_than_fit_into_one_request_are_asked_in_several()
    {
        foreach (var size in new[] { 10_000, 10_000, 1 })
            _server.Answers(200, $$"""{"results":[{{string.Join(',',
                Enumerable.Repeat("""{"allowed":false,"reason":"not_granted","policy_version":1,"access_version":1}""", size))}}]}""");

        var answers = await _server.Grid().User("bob").CheckMany(
            Caller.Service, [.. Enumerable.Repeat(new CheckRequest("acme", "agents:read", null), 20_001)], None);

        Assert.Equal(20_001, answers.Length);
        Assert.Equal(3, _server.Asked.Count);
        Assert.All(_server.Asked, asked => Assert.Equal("/base/v1/check/batch", asked.Path));
    }

    public static TheoryData<string, Action<HttpGridOptions>> Mistakes => new()
    {
        { nameof(HttpGridOptions.BaseAddress), options => options.BaseAddress = null },
        { nameof(HttpGridOptions.BaseAddress), options => options.BaseAddress = new Uri("/v1", UriKind.Relative) },
        { nameof(HttpGridOptions.BaseAddress), options => options.BaseAddress = new Uri("ftp://rbac.example") },
        { nameof(HttpGridOptions.BaseAddress), options => options.BaseAddress = new Uri("https://rbac.example?key=x") },
        { nameof(HttpGridOptions.AllowInsecureHttp), options => options.BaseAddress = new Uri("http://rbac.example") },
        { nameof(HttpGridOptions.ApiKey), options => options.ApiKey = "" },
        { nameof(HttpGridOptions.ApiKey), options => options.ApiKey = "a\r\nb" },
        { nameof(HttpGridOptions.ApiKey), options => options.ApiKey = new string('x', 257) },
        { nameof(HttpGridOptions.RetryFor), options => options.RetryFor = TimeSpan.FromHours(1) },
        { nameof(HttpGridOptions.FirstPause), options => options.FirstPause = TimeSpan.Zero },
        { nameof(HttpGridOptions.AttemptTimeout), options => options.AttemptTimeout = TimeSpan.Zero },
        { nameof(HttpGridOptions.ConnectTimeout), options => options.ConnectTimeout = Timeout.InfiniteTimeSpan },
        { nameof(HttpGridOptions.MaxAnswerBytes), options => options.MaxAnswerBytes = 0 },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Options_that_mean_nothing_are_named(string name, Action<HttpGridOptions> mistake)
    {
        var failure = Assert.Throws<OptionsValidationException>(() => _server.Grid(mistake));

        Assert.Contains(name, Assert.Single(failure.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_also_what_an_application_asks_for_permissions()
    {
        var services = new ServiceCollection();
        services.AddRbacHttpClient(options => (options.BaseAddress, options.ApiKey) = (new Uri("https://rbac.example"), "key"))
            .ConfigurePrimaryHttpMessageHandler(() => _server);
        _server.Answers(200, """{"allowed":true,"reason":"granted","policy_version":1,"access_version":1}""");
        await using var provider = services.BuildServiceProvider();

        Assert.True(await provider.GetRequiredService<IPermissions>().Allows("bob", "acme", "agents:read"));
        Assert.Equal("""{"organization":"acme","user":"bob","action":"agents:read"}""", Assert.Single(_server.Asked).Body);
    }
}
