namespace RbacGrains.Api.Tests.AuthZen;

/// <summary>The level Basic of the certification scenario, Core and Properties. Comments name its tests.</summary>
public sealed class BasicCertificationTests(CertificationServer server) : IClassFixture<CertificationServer>
{
    // c-1-4 rules 1 to 8, c-2-2-1, c-2-2-2, c-2-2-4 to c-2-2-7
    [Theory]
    [InlineData("alice", "", "read", "", "record-1", "", true)]
    [InlineData("alice", "", "write", "", "record-1", "", true)]
    [InlineData("bob", "", "read", "", "record-1", "", true)]
    [InlineData("bob", "", "write", "", "record-1", "", false)]
    [InlineData("alice", "", "write", "", "record-2", "\"status\":\"archived\"", false)]
    [InlineData("bob", "\"role\":\"admin\"", "write", "", "record-2", "\"status\":\"archived\"", true)]
    [InlineData("alice", "", "delete", "\"soft\":true", "record-1", "", true)]
    [InlineData("alice", "", "delete", "\"soft\":false", "record-1", "", false)]
    public async Task The_fixture_is_decided_as_it_has_to_be(
        string user, string subject, string verb, string action, string record, string resource, bool allowed)
    {
        var body = $$$"""
            {"subject":{"type":"user","id":"{{{user}}}"{{{Properties(subject)}}}},"action":{"name":"{{{verb}}}"{{{Properties(action)}}}},
             "resource":{"type":"record","id":"{{{record}}}"{{{Properties(resource)}}}}{0}}
            """;

        // c-2-2-3 and c-1-6: with and without a context; c-2-6: again and again the same.
        for (var round = 0; round < 3; round++)
        {
            Assert.Equal(allowed, await server.Decide(body.Replace("{0}", "", StringComparison.Ordinal)));
            Assert.Equal(allowed, await server.Decide(
                body.Replace("{0}", ",\"context\":{\"time\":\"2025-06-27T18:03-07:00\",\"ip\":\"192.168.1.1\"}", StringComparison.Ordinal)));
        }
    }

    // c-2-2-5: the deny of rule 5 comes of the property and not of the id, and the permit of rule 6 likewise.
    [Fact]
    public async Task It_is_the_property_that_decides_and_not_the_id()
    {
        Assert.False(await server.Decide(Body(resource: """{"type":"record","id":"record-1","properties":{"status":"archived"}}""")));
        Assert.True(await server.Decide(Body(resource: """{"type":"record","id":"record-2","properties":{"status":"active"}}""")));
        Assert.True(await server.Decide(Body(resource: """{"type":"record","id":"record-9","properties":{"status":"active"}}""")));
        Assert.False(await server.Decide(Body(resource: """{"type":"record","id":"record-9"}""")));
    }

    // c-2-2-8
    [Fact]
    public async Task Further_properties_are_accepted() => Assert.True(await server.Decide(
        """
        {"subject":{"type":"user","id":"alice","properties":{"department":"Sales","role":"manager"}},
         "action":{"name":"read","properties":{"method":"GET"}},
         "resource":{"type":"record","id":"record-1","properties":{"status":"active","owner":"bob"}}}
        """));

    // c-2-2-9, c-5 no. 5
    [Fact]
    public async Task Unknown_fields_are_ignored() => Assert.True(await server.Decide(
        """
        {"subject":{"type":"user","id":"alice","nickname":"al"},"action":{"name":"read","x":null},"resource":{"type":"record","id":"record-1","x":[]},
         "foo":"bar","futureField":{"nested":true}}
        """));

    // c-2-3-1, c-2-3-2: the form of every answer is looked at in CertificationServer.
    [Fact]
    public async Task The_context_says_the_reason_and_the_versions()
    {
        var answer = (await server.Post("evaluation", Body())).ShouldBeJson().Json;

        Assert.Equal(["decision", "context"], answer.Select(property => property.Key));
        Assert.Equal("granted", (string?)answer["context"]!["reason"]);
        Assert.Equal(1, (long)answer["context"]!["policy_version"]!);
        Assert.True((long)answer["context"]!["access_version"]! > 0);
    }

    // c-2-4-1, c-2-4-2, c-2-4-6, c-5 no. 3
    [Theory]
    [InlineData("""{"action":{"name":"read"},"resource":{"type":"record","id":"record-1"}}""", "missing_field", "/subject")]
    [InlineData("""{"subject":{"type":"user","id":"alice"},"resource":{"type":"record","id":"record-1"}}""", "missing_field", "/action")]
    [InlineData("""{"subject":{"type":"user","id":"alice"},"action":{"name":"read"}}""", "missing_field", "/resource")]
    [InlineData("""{"subject":{"id":"alice"},"action":{"name":"read"},"resource":{"type":"record","id":"record-1"}}""", "missing_field", "/subject/type")]
    [InlineData("""{"subject":{"type":"user"},"action":{"name":"read"},"resource":{"type":"record","id":"record-1"}}""", "missing_field", "/subject/id")]
    [InlineData("""{"subject":{"type":"user","id":"alice"},"action":{},"resource":{"type":"record","id":"record-1"}}""", "missing_field", "/action/name")]
    [InlineData("""{"subject":{"type":"user","id":"alice"},"action":{"name":"read"},"resource":{"id":"record-1"}}""", "missing_field", "/resource/type")]
    [InlineData("""{"subject":{"type":"user","id":"alice"},"action":{"name":"read"},"resource":{"type":"record"}}""", "missing_field", "/resource/id")]
    [InlineData("""{"subject":"alice","action":{"name":"read"},"resource":{"type":"record","id":"record-1"}}""", "invalid_type", "/subject")]
    [InlineData("""{"subject":{"type":"user","id":"alice"},"action":{"name":123},"resource":{"type":"record","id":"record-1"}}""", "invalid_type", "/action/name")]
    [InlineData("""{"subject":null,"action":{"name":"read"},"resource":{"type":"record","id":"record-1"}}""", "invalid_type", "/subject")]
    [InlineData("""{"subject":{"type":"user","id":"alice","properties":[]},"action":{"name":"read"},"resource":{"type":"record","id":"record-1"}}""", "invalid_type", "/subject/properties")]
    [InlineData("""{"subject":{"type":"user","id":"alice"},"action":{"name":"read"},"resource":{"type":"record","id":"record-1"},"context":"now"}""", "invalid_type", "/context")]
    public async Task What_is_missing_or_of_another_type_is_refused(string body, string code, string pointer) =>
        Assert.EndsWith($"({pointer})", (await server.Post("evaluation", body)).ShouldBeMessage(400, code).Text, StringComparison.Ordinal);

    // c-2-4-3
    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/jsonp")]
    [InlineData("")]
    public async Task Another_content_type_is_refused(string type) =>
        (await server.Post("evaluation", Body(), ("Content-Type", type))).ShouldBeMessage(400, "unsupported_media_type");

    // c-5 no. 1
    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("Application/JSON")]
    public async Task JSON_is_accepted(string type) => (await server.Post("evaluation", Body(), ("Content-Type", type))).ShouldBeJson();

    // c-2-4-4, c-2-4-5
    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("{")]
    [InlineData("{'subject':1}")]
    [InlineData("{}{}")]
    public async Task What_is_no_JSON_is_refused(string body) => (await server.Post("evaluation", body)).ShouldBeMessage(400, "malformed_json");

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"alice\"")]
    [InlineData("1")]
    public async Task What_is_no_object_is_refused(string body) => (await server.Post("evaluation", body)).ShouldBeMessage(400, "invalid_type");

    // c-2-5-1, c-5 no. 4
    [Theory]
    [InlineData("bfe9eb29-ab87-4ca3-be83-a1d5d8305716")]
    [InlineData("any text, even \"this\" one")]
    public async Task The_identifier_of_a_request_is_that_of_its_answer(string id)
    {
        foreach (var body in new[] { Body(), "{}", "{" })
            Assert.Equal(id, (await server.Post("evaluation", body, ("X-Request-ID", id))).Headers["X-Request-ID"]);
        foreach (var endpoint in new[] { "evaluations", "search/subject", "search/resource", "search/action" })
            Assert.Equal(id, (await server.Post(endpoint, "{}", ("X-Request-ID", id))).Headers["X-Request-ID"]);
        var unknown = await Call.Send(
            server.Api.Http, "POST", $"{CertificationServer.Base}/access/v1/evaluation", Body(), ("X-Request-ID", id));
        Assert.Equal(id, unknown.ShouldBeMessage(401, "unauthenticated").Headers["X-Request-ID"]);
    }

    // c-2-5-2
    [Fact]
    public async Task A_request_needs_no_identifier() =>
        Assert.DoesNotContain("X-Request-ID", (await server.Post("evaluation", Body())).ShouldBeJson().Headers.Keys);

    private static string Body(string resource = """{"type":"record","id":"record-1"}""") =>
        $$"""{"subject":{"type":"user","id":"alice"},"action":{"name":"write"},"resource":{{resource}}}""";

    private static string Properties(string properties) => properties.Length == 0 ? "" : $",\"properties\":{{{properties}}}";
}
