using static RbacGrains.Contract.Tests.Archive;

namespace RbacGrains.Http.Tests.Calls;

/// <summary>Searches and evaluations: what is sent, and what is refused because the protocol has no words for it.</summary>
public sealed class SearchTests : IDisposable
{
    private readonly ScriptedServer _server = new();

    public void Dispose() => _server.Dispose();

    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task A_search_is_sent_in_the_words_of_AuthZEN_and_asks_for_errors_with_codes()
    {
        _server.Refuses(403, ErrorCodes.PermissionDenied);
        var asked = Ask("read", "r 1", resource: """{"project":"p"}""", subject: """{"é":1.50}""", action: """{"soft":true}""", project: "p");

        var refused = await _server.Grid().Organization("acme").SearchSubjects(new Caller("ada"), asked, new PageRequest(7, "next"), None);

        Assert.Equal((ErrorKind.Denied, ErrorCodes.PermissionDenied), (refused.Error!.Kind, refused.Error.Code));
        var (method, path, body, headers) = Assert.Single(_server.Asked);
        Assert.Equal(("POST", "/base/organizations/acme/access/v1/search/subject", "ada"), (method, path, headers["Rbac-Actor"]));
        Assert.Contains("application/problem+json", headers["Accept"], StringComparison.Ordinal);
        Assert.Equal(
            """
            {"subject":{"type":"user","properties":{"é":1.50}},"resource":{"type":"record","id":"r 1","properties":{"project":"p"}},
            """
            + """
            "action":{"name":"record:read","properties":{"soft":true}},"page":{"limit":7,"token":"next"}}
            """,
            body);
    }

    [Fact]
    public async Task What_can_be_done_is_asked_for_to_the_last_page()
    {
        _server.Answers(200, """{"page":{"next_token":"more","count":1},"results":[{"name":"read"}]}""")
            .Answers(200, """{"page":{"next_token":"","count":1},"results":[{"name":"write"}]}""");

        var found = await _server.Grid().Organization("acme").SearchActions(Caller.Service, "ada", Ask("", "r1"), None);

        Assert.Equal(["read", "write"], found.Require().AsEnumerable());
        Assert.Contains("\"token\":\"more\"", _server.Asked[1].Body, StringComparison.Ordinal);
    }

    // The script is empty: whatever is sent fails the test.
    [Fact]
    public async Task What_AuthZEN_cannot_say_is_refused()
    {
        var acme = _server.Grid().Organization("acme");
        Evaluation[] halfSaid =
        [
            Ask("read", "r1", project: "p"),
            Ask("read", "r1", resource: """{"project":"p"}"""),
            Ask("read", "r1", resource: """{"project":"p"}""", project: "q"),
            Ask("read", "r1", resource: """{"project":7}"""),
        ];
        foreach (var evaluation in halfSaid)
        {
            Refused((await acme.SearchSubjects(Caller.Service, evaluation, new PageRequest(), None)).Error);
            Refused((await acme.SearchResources(Caller.Service, "ada", "record", evaluation, new PageRequest(), None)).Error);
            Refused((await acme.SearchActions(Caller.Service, "ada", evaluation, None)).Error);
        }
        Refused((await acme.SearchSubjects(Caller.Service, Ask("read"), new PageRequest(), None)).Error);
        Refused((await acme.SearchActions(Caller.Service, "ada", Ask("", "r1", action: """{"soft":true}"""), None)).Error);
        foreach (var size in new[] { 0, 1001 })
            Refused((await acme.SearchResources(Caller.Service, "ada", "record", Ask("read"), new PageRequest(size), None)).Error);
    }

    [Fact]
    public async Task Evaluations_are_sent_in_as_many_batches_as_they_need()
    {
        var large = Ask("read", "r1", resource: $$"""{"text":"{{new string('x', 60 * 1024)}}"}""");
        var one = """{"allowed":true,"reason":"granted","policy_version":1,"access_version":1}""";
        foreach (var count in new[] { 137, 63 })
            _server.Answers(200, $$"""{"results":[{{string.Join(',', Enumerable.Repeat(one, count))}}]}""");

        var decided = await _server.Grid().User("ada").EvaluateMany(
            Caller.Service, "acme", [.. Enumerable.Repeat(large, 200)], None);

        Assert.Equal(200, decided.Count(decision => decision.Require().Allowed));
        Assert.All(_server.Asked, asked => Assert.InRange(asked.Body.Length, 1, 9 * 1024 * 1024));
    }

    private static void Refused(Error? error) => Assert.Equal(ErrorCodes.InvalidValue, error?.Code);
}
