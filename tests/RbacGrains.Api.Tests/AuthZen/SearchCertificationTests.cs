namespace RbacGrains.Api.Tests.AuthZen;

/// <summary>The level Search of the certification scenario, Core and Properties. Comments name its tests.</summary>
public sealed class SearchCertificationTests(CertificationServer server) : IClassFixture<CertificationServer>
{
    private const string Context = ""","context":{"time":"2025-06-27T18:03-07:00","ip":"192.168.1.1"}""";

    // c-4-2-1 to c-4-2-3: S1
    [Theory]
    [InlineData("", "")]
    [InlineData("", Context)]
    [InlineData(",\"id\":\"alice\"", "")]
    [InlineData(",\"id\":7", "")]
    public async Task Who_can_read_a_record_is_found(string id, string context) => Assert.Equal(
        ["owner", "alice", "bob"],
        await server.Search(
            "subject",
            $$"""{"subject":{"type":"user"{{id}}},"action":{"name":"read"},"resource":{"type":"record","id":"record-1"}{{context}}}""",
            "user"));

    // c-4-2-4: S4
    [Fact]
    public async Task Who_can_write_an_archived_record_is_found() => Assert.Equal(
        ["owner", "bob"],
        await server.Search(
            "subject",
            """{"subject":{"type":"user"},"action":{"name":"write"},"resource":{"type":"record","id":"record-2","properties":{"status":"archived"}}}""",
            "user"));

    // c-4-3-1 to c-4-3-3: S2
    [Theory]
    [InlineData("", "")]
    [InlineData("", Context)]
    [InlineData(",\"id\":\"record-1\"", "")]
    public async Task What_somebody_can_read_is_found(string id, string context) => Assert.Equal(
        ["record-1", "record-2"],
        await server.Search(
            "resource",
            $$"""{"subject":{"type":"user","id":"alice"},"action":{"name":"read"},"resource":{"type":"record"{{id}}}{{context}}}""",
            "record"));

    // c-4-3-4: S5
    [Fact]
    public async Task What_an_admin_can_write_is_found() => Assert.Equal(
        ["record-2"],
        await server.Search(
            "resource",
            """{"subject":{"type":"user","id":"bob","properties":{"role":"admin"}},"action":{"name":"write"},"resource":{"type":"record"}}""",
            "record"));

    // c-4-4-1, c-4-4-2: S3
    [Theory]
    [InlineData("")]
    [InlineData(Context)]
    public async Task What_somebody_can_do_to_a_record_is_found(string context) => Assert.Equal(
        ["read", "write"],
        await server.Search(
            "action", $$"""{"subject":{"type":"user","id":"alice"},"resource":{"type":"record","id":"record-1"}{{context}}}"""));

    // c-4-4-3: S6
    [Fact]
    public async Task What_an_admin_can_do_to_an_archived_record_is_found() => Assert.Equal(
        ["read", "write"],
        await server.Search(
            "action",
            """{"subject":{"type":"user","id":"bob","properties":{"role":"admin"}},"resource":{"type":"record","id":"record-2","properties":{"status":"archived"}}}"""));

    // c-4-5-1 to c-4-5-4
    [Theory]
    [InlineData("subject", """{"subject":{"type":"user"},"action":{"name":"read"},"resource":{"type":"record","id":"record-1"}{0}}""", 3)]
    [InlineData("resource", """{"subject":{"type":"user","id":"alice"},"action":{"name":"read"},"resource":{"type":"record"}{0}}""", 2)]
    [InlineData("action", """{"subject":{"type":"user","id":"alice"},"resource":{"type":"record","id":"record-1"}{0}}""", 2)]
    public async Task Pages_follow_one_another_to_an_empty_token(string what, string body, int all)
    {
        var whole = await Page(body, "");
        Assert.Equal(("", all), (whole.Token, whole.Results.Length));

        var found = new List<string>();
        var page = await Page(body, ",\"page\":{\"limit\":1}");
        found.AddRange(page.Results);
        // The second request may leave out the limit.
        while (page.Token.Length > 0)
        {
            Assert.Single(page.Results);
            page = await Page(body, $",\"page\":{{\"token\":\"{page.Token}\"}}");
            found.AddRange(page.Results);
        }
        Assert.Equal(whole.Results, found);

        async Task<(string Token, string[] Results)> Page(string body, string page)
        {
            var answer = (await server.Post($"search/{what}", body.Replace("{0}", page, StringComparison.Ordinal))).ShouldBeJson().Json;
            string[] results = [.. answer["results"]!.AsArray().Select(result => result!.ToJsonString())];
            Assert.Equal(results.Length, (int)answer["page"]!["count"]!);
            return ((string)answer["page"]!["next_token"]!, results);
        }
    }

    [Fact]
    public async Task A_token_goes_on_with_its_own_query_only()
    {
        const string Query = """{"subject":{"type":"user"},"action":{"name":"read"},"resource":{"type":"record","id":"record-1"},"context":{"a":1,"b":2},"page":{0}}""";
        var first = await Ask(Query, """{"limit":1}""");
        var token = (string)first.ShouldBeJson().Json["page"]!["next_token"]!;
        var go = $$"""{"token":"{{token}}"}""";

        (await Ask(Query, go)).ShouldBeJson();
        (await Ask(Query, $$"""{"token":"{{token}}","limit":1}""")).ShouldBeJson();
        (await Ask(Query.Replace("\"a\":1,\"b\":2", "\"b\":2,\"a\":1", StringComparison.Ordinal), go)).ShouldBeJson();
        string[] others =
        [
            Query.Replace("\"a\":1", "\"a\":2", StringComparison.Ordinal), Query.Replace("read", "write", StringComparison.Ordinal),
            Query.Replace("record-1", "record-2", StringComparison.Ordinal), Query.Replace("\"user\"", "\"user\",\"id\":\"x\"", StringComparison.Ordinal),
        ];
        foreach (var other in others) (await Ask(other, go)).ShouldBeMessage(400, "invalid_value");
        (await Ask(Query, $$"""{"token":"{{token}}","limit":2}""")).ShouldBeMessage(400, "invalid_value");
        (await Ask(Query, $$"""{"token":"{{(token[0] == 'A' ? 'B' : 'A')}}{{token[1..]}}"}""")).ShouldBeMessage(400, "invalid_value");
        (await Ask(Query, $$"""{"token":"{{token[..^1]}}"}""")).ShouldBeMessage(400, "invalid_value");
        (await Ask(Query, """{"token":"0-0"}""")).ShouldBeMessage(400, "invalid_value");
        var elsewhere = """{"subject":{"type":"user","id":"alice"},"resource":{"type":"record","id":"record-1"},"page":{0}}""";
        (await server.Post("search/action", elsewhere.Replace("{0}", go, StringComparison.Ordinal))).ShouldBeMessage(400, "invalid_value");

        Task<Reply> Ask(string query, string page) => server.Post("search/subject", query.Replace("{0}", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_limit_of_nothing_says_whether_there_is_anything()
    {
        const string Query = """{"subject":{"type":"user"},"action":{"name":"{0}"},"resource":{"type":"record","id":"record-1"},"page":{1}}""";
        var some = (await Ask("read", """{"limit":0}""")).ShouldBeJson().Json;
        Assert.Empty(some["results"]!.AsArray());
        var rest = (await Ask("read", $$"""{"token":"{{some["page"]!["next_token"]}}"}""")).ShouldBeJson().Json;
        Assert.Equal(3, rest["results"]!.AsArray().Count);
        Assert.Equal("", (string?)(await Ask("fly", """{"limit":0}""")).ShouldBeJson().Json["page"]!["next_token"]);

        Task<Reply> Ask(string action, string page) => server.Post(
            "search/subject", Query.Replace("{0}", action, StringComparison.Ordinal).Replace("{1}", page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""[]""", "invalid_type")]
    [InlineData("""{"limit":-1}""", "invalid_value")]
    [InlineData("""{"limit":1.5}""", "invalid_value")]
    [InlineData("""{"limit":1e400}""", "invalid_value")]
    [InlineData("""{"limit":"1"}""", "invalid_type")]
    [InlineData("""{"token":1}""", "invalid_type")]
    public async Task A_page_that_cannot_be_is_refused(string page, string code) => (await server.Post(
        "search/subject",
        $$"""{"subject":{"type":"user"},"action":{"name":"read"},"resource":{"type":"record","id":"record-1"},"page":{{page}}}"""))
        .ShouldBeMessage(400, code);

    // c-4-6-1, c-4-6-2, each for all three searches
    [Theory]
    [InlineData("action", """{"subject":{"type":"user","id":"nonexistent-user"},"resource":{"type":"record","id":"record-1"}}""")]
    [InlineData("action", """{"subject":{"type":"user","id":"no id, but a text"},"resource":{"type":"record","id":"record-1"}}""")]
    [InlineData("action", """{"subject":{"type":"spaceship","id":"alice"},"resource":{"type":"record","id":"record-1"}}""")]
    [InlineData("action", """{"subject":{"type":"user","id":"alice"},"resource":{"type":"spaceship","id":"record-1"}}""")]
    [InlineData("subject", """{"subject":{"type":"spaceship"},"action":{"name":"read"},"resource":{"type":"record","id":"record-1"}}""")]
    [InlineData("subject", """{"subject":{"type":"user"},"action":{"name":"read"},"resource":{"type":"spaceship","id":"record-1"}}""")]
    [InlineData("subject", """{"subject":{"type":"user"},"action":{"name":"fly"},"resource":{"type":"record","id":"record-1"}}""")]
    [InlineData("resource", """{"subject":{"type":"user","id":"nonexistent-user"},"action":{"name":"read"},"resource":{"type":"record"}}""")]
    [InlineData("resource", """{"subject":{"type":"spaceship","id":"alice"},"action":{"name":"read"},"resource":{"type":"record"}}""")]
    [InlineData("resource", """{"subject":{"type":"user","id":"alice"},"action":{"name":"read"},"resource":{"type":"spaceship"}}""")]
    [InlineData("resource", """{"subject":{"type":"user","id":"alice"},"action":{"name":"fly"},"resource":{"type":"record"}}""")]
    public async Task What_is_not_known_is_not_found(string what, string body)
    {
        var answer = (await server.Post($"search/{what}", body)).ShouldBeJson().Json;

        Assert.Empty(answer["results"]!.AsArray());
        Assert.Equal("", (string?)answer["page"]!["next_token"]);
    }

    // c-4-6-1: an unknown record has no properties, so only what needs none can be done to it.
    [Fact]
    public async Task To_an_unknown_record_only_what_needs_no_properties_can_be_done() => Assert.Equal(
        ["read"], await server.Search("action", """{"subject":{"type":"user","id":"alice"},"resource":{"type":"record","id":"record-9"}}"""));

    // c-4-7-1, c-4-7-2
    [Theory]
    [InlineData("subject", """{"subject":{"type":"user"},"resource":{"type":"record","id":"record-1"}}""", "/action")]
    [InlineData("subject", """{"action":{"name":"read"},"resource":{"type":"record","id":"record-1"}}""", "/subject")]
    [InlineData("subject", """{"subject":{},"action":{"name":"read"},"resource":{"type":"record","id":"record-1"}}""", "/subject/type")]
    [InlineData("subject", """{"subject":{"type":"user"},"action":{"name":"read"},"resource":{"type":"record"}}""", "/resource/id")]
    [InlineData("resource", """{"action":{"name":"read"},"resource":{"type":"record"}}""", "/subject")]
    [InlineData("resource", """{"subject":{"type":"user"},"action":{"name":"read"},"resource":{"type":"record"}}""", "/subject/id")]
    [InlineData("resource", """{"subject":{"type":"user","id":"alice"},"action":{"name":"read"},"resource":{}}""", "/resource/type")]
    [InlineData("action", """{"subject":{"type":"user","id":"alice"}}""", "/resource")]
    [InlineData("action", """{"subject":{"type":"user"},"resource":{"type":"record","id":"record-1"}}""", "/subject/id")]
    [InlineData("action", """{"subject":{"type":"user","id":"alice"},"resource":{"type":"record"}}""", "/resource/id")]
    public async Task What_a_search_needs_and_does_not_have_is_named(string what, string body, string pointer) => Assert.EndsWith(
        $"({pointer})", (await server.Post($"search/{what}", body)).ShouldBeMessage(400, "missing_field").Text, StringComparison.Ordinal);

    // The semantics of searches: what was found is permitted.
    [Fact]
    public async Task What_a_search_finds_an_evaluation_permits()
    {
        foreach (var user in new[] { "alice", "bob", "owner" })
            foreach (var record in new[] { "record-1", "record-2" })
            {
                var found = await server.Search(
                    "action", $$$"""{"subject":{"type":"user","id":"{{{user}}}"},"resource":{"type":"record","id":"{{{record}}}"}}""");
                foreach (var action in new[] { "read", "write", "delete" })
                    Assert.Equal(found.Contains(action), await server.Decide(
                        $$$"""{"subject":{"type":"user","id":"{{{user}}}"},"action":{"name":"{{{action}}}"},"resource":{"type":"record","id":"{{{record}}}"}}"""));
            }
    }
}
