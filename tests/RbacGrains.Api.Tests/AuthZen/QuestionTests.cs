namespace RbacGrains.Api.Tests.AuthZen;

/// <summary>What the words of the protocol mean here.</summary>
public sealed class QuestionTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Theory]
    [InlineData("", """,{"organization":"{org}"}""")]
    [InlineData("""{"organization":"{org}"}""", "")]
    public async Task The_service_is_told_the_organization_by_the_context_or_by_the_resource(string properties, string context)
    {
        var organization = await Studio();
        var body = Body(
            resource: $$"""{"type":"knowledge/faqs","id":"f1"{{(properties.Length == 0 ? "" : ",\"properties\":" + properties)}}}""",
            context: context.TrimStart(',')).Replace("{org}", organization, StringComparison.Ordinal);

        Assert.Equal("granted", await Reason("/access/v1", body));
    }

    [Fact]
    public async Task An_organization_has_to_be_named_and_to_exist()
    {
        (await Post("/access/v1/evaluation", Body())).ShouldBeMessage(400, "missing_field");
        (await Post("/access/v1/evaluation", Body(context: """{"organization":7}"""))).ShouldBeMessage(400, "invalid_type");
        (await Post("/access/v1/evaluation", Body(context: """{"organization":"a b"}"""))).ShouldBeMessage(400, "invalid_id");
        (await Post("/access/v1/evaluation", Body(context: """{"organization":"nowhere"}"""))).ShouldBeMessage(404, "organization_not_found");
        (await Post("/organizations/nowhere/access/v1/evaluation", Body())).ShouldBeMessage(404, "organization_not_found");
        (await Post("/organizations/a%20b/access/v1/evaluation", Body())).ShouldBeMessage(400, "invalid_id");
        (await Post("/organizations/nowhere/access/v1/search/action", Body())).ShouldBeMessage(404, "organization_not_found");
    }

    [Theory]
    [InlineData("knowledge/faqs", "modify", "granted")]
    [InlineData("knowledge/faqs", "delete", "granted")]
    [InlineData("messaging/widget-settings", "view", "granted")]
    [InlineData("project", "knowledge/faqs:modify", "granted")]
    [InlineData("anything", "knowledge/faqs@edit", "granted")]
    [InlineData("knowledge/faqs", "fly", "unknown_action")]
    [InlineData("spaceship", "view", "unknown_action")]
    [InlineData("", "", "unknown_action")]
    public async Task An_action_is_the_verb_of_its_resources_type_or_a_name_in_full(string type, string name, string reason)
    {
        var organization = await Studio();

        Assert.Equal(reason, await Reason($"/organizations/{organization}/access/v1", $$$"""
            {"subject":{"type":"user","id":"ann"},"action":{"name":"{{{name}}}"},"resource":{"type":"{{{type}}}","id":"any text at all"}}
            """));
    }

    [Theory]
    [InlineData("user", "nobody", "not_member")]
    [InlineData("user", "no id, but a text", "not_member")]
    [InlineData("user", "", "not_member")]
    [InlineData("spaceship", "ann", "unknown_subject_type")]
    public async Task A_subject_that_is_not_known_is_denied(string type, string id, string reason)
    {
        var organization = await Studio();

        Assert.Equal(reason, await Reason($"/organizations/{organization}/access/v1", $$$"""
            {"subject":{"type":"{{{type}}}","id":"{{{id}}}"},"action":{"name":"view"},"resource":{"type":"knowledge/faqs","id":"f1"}}
            """));
    }

    [Fact]
    public async Task A_resource_is_judged_within_its_project()
    {
        var organization = await Studio();
        var path = $"/organizations/{organization}/access/v1";
        await server.Send("PATCH", $"/v1/organizations/{organization}/members/ann", """{"projects":{"closed":{}}}""");
        (await server.Send("PUT", $"/v1/organizations/{organization}/resources/knowledge/faqs/f1", """{"project":"closed"}""")).ShouldBe(201);

        Assert.Equal("outside_project_scope", await Reason(path, Body()));
        Assert.Equal("granted", await Reason(path, Body(resource: """{"type":"knowledge/faqs","id":"f2"}""")));
        Assert.Equal("granted", await Reason(path, Body(resource: """{"type":"knowledge/faqs","id":"f1","properties":{"project":"open"}}""")));
        Assert.Equal("outside_project_scope", await Reason(path, Body(resource: """{"type":"knowledge/faqs","id":"f2","properties":{"project":"closed"}}""")));
        Assert.Equal("outside_project_scope", await Reason(path, """
            {"subject":{"type":"user","id":"ann"},"action":{"name":"knowledge/faqs:view"},"resource":{"type":"project","id":"closed"}}
            """));
        var ill = Body(resource: """{"type":"knowledge/faqs","id":"f2","properties":{"project":["closed"]}}""");
        (await Post($"{path}/evaluation", ill)).ShouldBeMessage(400, "invalid_type");
        var none = Body(resource: """{"type":"knowledge/faqs","id":"f2","properties":{"project":"a b"}}""");
        (await Post($"{path}/evaluation", none)).ShouldBeMessage(400, "invalid_id");
    }

    [Fact]
    public async Task Whoever_asks_for_another_user_needs_the_right_to()
    {
        var organization = await Studio();
        var path = $"/organizations/{organization}/access/v1/evaluation";
        (await server.Send("PUT", $"/v1/organizations/{organization}/members/bob", """{"role":"member"}""")).ShouldBe(201);

        (await server.Send("POST", path, Body(), ("Rbac-Actor", "bob"))).ShouldBeMessage(403, "permission_denied");
        (await server.Send("POST", path, Body(), ("Rbac-Actor", "ann"))).ShouldBeJson();
        (await server.Send("POST", path, Body(), ("Rbac-Actor", "stranger"))).ShouldBeMessage(404, "organization_not_found");
        var batch = $$"""{"evaluations":[{{Body()}}]}""";
        var answer = (await server.Send("POST", path + "s", batch, ("Rbac-Actor", "bob"))).ShouldBeJson().Json["evaluations"]![0]!;
        Assert.False((bool)answer["decision"]!);
        Assert.Equal("permission_denied", (string?)answer["context"]!["error"]!["code"]);
    }

    [Fact]
    public async Task Evaluations_of_several_organizations_can_be_asked_at_once()
    {
        var (one, other) = (await Studio(), await Studio());
        var evaluations = string.Join(',', new[] { one, "nowhere", other, one }.Select(
            organization => $$$"""{"context":{"organization":"{{{organization}}}"}}"""));

        var answer = (await Post("/access/v1/evaluations", $$"""
            {"subject":{"type":"user","id":"ann"},"action":{"name":"view"},"resource":{"type":"knowledge/faqs","id":"f1"},"evaluations":[{{evaluations}},{}]}
            """)).ShouldBeJson().Json["evaluations"]!.AsArray();

        Assert.Equal([true, false, true, true, false], answer.Select(decision => (bool)decision!["decision"]!));
        Assert.Equal((404, "organization_not_found"), ((int)answer[1]!["context"]!["error"]!["status"]!, (string?)answer[1]!["context"]!["error"]!["code"]));
        Assert.Equal("missing_field", (string?)answer[4]!["context"]!["error"]!["code"]);
    }

    [Theory]
    [InlineData("""{"subject":{"type":"user","id":"a","id":"b"},"action":{"name":"view"},"resource":{"type":"x","id":"y"}}""", "duplicate_field")]
    [InlineData("""{"subject":{"type":"user","id":"a","properties":{"x":1,"x":2}},"action":{"name":"view"},"resource":{"type":"x","id":"y"}}""", "duplicate_field")]
    [InlineData("""{"subject":{"type":"user","id":"\ud800"},"action":{"name":"view"},"resource":{"type":"x","id":"y"}}""", "malformed_json")]
    [InlineData("""{"subject":{"type":"user","id":"a"},"action":{"name":"view"},"resource":{"type":"x","id":"y"},"context":{"a":"\ud800"}}""", "invalid_value")]
    [InlineData("""{"subject":{"type":"user","id":"a"},"action":{"name":"view"},"resource":{"type":"x","id":"y"},"context":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":[1]}}}}}}}}}""", "invalid_value")]
    public async Task Bodies_that_mean_nothing_are_refused(string body, string code)
    {
        var organization = await Studio();
        foreach (var endpoint in new[] { "evaluation", "evaluations", "search/action" })
            (await Post($"/organizations/{organization}/access/v1/{endpoint}", body)).ShouldBeMessage(400, code);
    }

    [Fact]
    public async Task Large_and_deep_bodies_are_refused()
    {
        var path = $"/organizations/{await Studio()}/access/v1/evaluation";
        var deep = string.Concat(Enumerable.Repeat("{\"a\":", 40)) + "1" + new string('}', 40);

        (await Post(path, Body(context: deep))).ShouldBeMessage(400, "too_deep");
        (await Post(path, Body(context: $$"""{"a":"{{new string('x', 70_000)}}"}"""))).ShouldBeMessage(400, "invalid_value");
        (await Post(path, Body(context: $$"""{"a":"{{new string('x', 1024 * 1024)}}"}"""))).ShouldBeMessage(400, "body_too_large");
    }

    [Fact]
    public async Task An_error_can_be_had_as_problem_details()
    {
        var path = $"/organizations/{await Studio()}/access/v1/evaluation";

        (await server.Send("POST", path, "{}", ("Accept", "application/json, application/problem+json"))).ShouldBeProblem(400, "missing_field", "/subject");
    }

    [Fact]
    public async Task An_identifier_that_no_header_can_carry_is_refused()
    {
        var path = $"/organizations/{await Studio()}/access/v1/evaluation";

        foreach (var id in new[] { "smørrebrød", new string('x', 1025) })
            (await server.Send("POST", path, Body(), ("X-Request-ID", id))).ShouldBeMessage(400, "invalid_header");
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    public async Task Questions_are_posted(string method) =>
        (await server.Send(method, "/access/v1/evaluation")).ShouldBeProblem(405, "method_not_allowed");

    private async Task<string> Studio()
    {
        var path = await server.NewOrganization("agent-studio");
        (await server.Send("PUT", path + "/members/ann", """{"role":"member","grants":{"knowledge":"edit","messaging":"read"}}""")).ShouldBe(201);
        return path.Split('/')[^1];
    }

    private Task<Reply> Post(string path, string body) => server.Send("POST", path, body);

    private async Task<string?> Reason(string path, string body)
    {
        var answer = (await Post($"{path}/evaluation", body)).ShouldBeJson().Json;
        var reason = (string?)answer["context"]!["reason"];
        Assert.Equal(reason is "granted" or "admin", (bool)answer["decision"]!);
        return reason;
    }

    private static string Body(string resource = """{"type":"knowledge/faqs","id":"f1"}""", string context = "")
    {
        var circumstances = context.Length == 0 ? "" : $",\"context\":{context}";
        return $$"""{"subject":{"type":"user","id":"ann"},"action":{"name":"view"},"resource":{{resource}}{{circumstances}}}""";
    }
}
