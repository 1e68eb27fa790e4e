using System.Text.Json.Nodes;

namespace RbacGrains.Api.Tests;

public sealed class CheckTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task A_check_answers_whether_why_and_by_which_versions()
    {
        var organization = await Letta();
        var allowed = (await Check(organization, "ann", "agents:message")).ShouldBe(200);
        Assert.Equal("application/json", allowed.MediaType);
        var version = (await server.Send("GET", $"/v1/organizations/{organization}/members/ann")).Number("access_version");
        Assert.Equal($$"""{"allowed":true,"reason":"granted","policy_version":1,"access_version":{{version}}}""", allowed.Text);
        Assert.Equal(
            $$"""{"allowed":false,"reason":"not_granted","policy_version":1,"access_version":{{version}}}""",
            (await Check(organization, "ann", "agents:create")).Text);
        Assert.Equal(
            """{"allowed":false,"reason":"not_member","policy_version":1,"access_version":0}""",
            (await Check(organization, "nobody", "agents:message")).Text);
        Assert.Equal("admin", (await Check(organization, "owner", "agents:create")).String("reason"));
    }

    [Fact]
    public async Task After_a_change_is_answered_every_check_sees_it()
    {
        var organization = await Letta();
        for (var round = 0; round < 20; round++)
        {
            var suspended = round % 2 == 0 ? "true" : "false";
            (await server.Send("PATCH", $"/v1/organizations/{organization}/members/ann", $$"""{"suspended":{{suspended}}}""")).ShouldBe(200);
            var check = await Check(organization, "ann", "agents:message");
            Assert.Equal(round % 2 != 0, (bool)check.Json["allowed"]!);
        }
    }

    [Fact]
    public async Task A_project_bounds_the_check()
    {
        var organization = await Letta();
        await server.Send("PATCH", $"/v1/organizations/{organization}/members/ann", """{"projects":{"closed":{}}}""");
        var check = await server.Send("POST", "/v1/check",
            $$"""{"organization":"{{organization}}","user":"ann","action":"agents:message","project":"closed"}""");
        Assert.Equal("outside_project_scope", check.String("reason"));
    }

    [Fact]
    public async Task An_unknown_organization_is_404_and_an_unknown_action_400()
    {
        var organization = await Letta();
        (await Check("nowhere", "ann", "agents:message")).ShouldBeProblem(404, "organization_not_found");
        (await Check(organization, "ann", "agents:fly")).ShouldBeProblem(400, "unknown_action", "/action");
    }

    [Fact]
    public async Task A_batch_is_answered_in_order_and_a_mistake_in_one_check_stays_its_own()
    {
        var organization = await Letta();
        var batch = (await server.Send("POST", "/v1/check/batch", $$"""
            {"checks":[
              {"organization":"{{organization}}","user":"ann","action":"agents:message"},
              {"organization":"{{organization}}","user":"owner","action":"agents:delete"},
              {"organization":"nowhere","user":"ann","action":"agents:message"},
              {"organization":"{{organization}}","user":"an n","action":"agents:message"},
              {"organization":"{{organization}}","user":"ann","action":"agents:fly"},
              {"organization":"{{organization}}","user":"ann","action":"agents:delete","project":null}]}
            """)).ShouldBe(200);
        var results = batch.Json["results"]!.AsArray();
        Assert.Equal([true, true, false, false, false, false], results.Select(result => (bool)result!["allowed"]!));
        Assert.Equal(
            [null, null, "organization_not_found", "invalid_id", "unknown_action", null],
            results.Select(result => (string?)result!["error"]?["code"]));
        Assert.Equal(["allowed", "reason", "policy_version", "access_version"], results[0]!.AsObject().Select(field => field.Key));
        Assert.Equal("""{"results":[]}""", (await server.Send("POST", "/v1/check/batch", """{"checks":[]}""")).ShouldBe(200).Text);
    }

    [Fact]
    public async Task A_batch_takes_ten_thousand_checks_and_not_one_more()
    {
        var organization = await Letta();
        var checks = Enumerable.Range(0, 10_000).Select(index =>
            (JsonNode)new JsonObject { ["organization"] = organization, ["user"] = $"{(index % 3 == 0 ? "ann" : "user")}{index % 3}", ["action"] = "agents:read" });
        var all = new JsonObject { ["checks"] = new JsonArray([.. checks]) };
        var answered = (await server.Send("POST", "/v1/check/batch", all.ToJsonString())).ShouldBe(200);
        Assert.Equal(10_000, answered.Json["results"]!.AsArray().Count);

        all["checks"]!.AsArray().Add(all["checks"]![0]!.DeepClone());
        (await server.Send("POST", "/v1/check/batch", all.ToJsonString())).ShouldBeProblem(400, "too_many_checks", "/checks");
    }

    [Fact]
    public async Task An_explanation_names_what_decided_in_steps_and_a_sentence()
    {
        var organization = await Letta();
        var explained = (await server.Send("POST", "/v1/explain",
            $$"""{"organization":"{{organization}}","user":"ann","action":"agents:create"}""")).ShouldBe(200);
        Assert.False((bool)explained.Json["allowed"]!);
        Assert.Equal("not_granted", explained.String("reason"));
        Assert.NotEmpty(explained.String("sentence")!);
        var step = explained.Json["steps"]!.AsArray().First(step => (string?)step!["kind"] == "role")!.AsObject();
        Assert.Equal(["kind", "effect", "subject", "level", "text"], step.Select(field => field.Key));
        Assert.Equal("analyst", (string?)step["subject"]);
        Assert.Equal("gives_nothing", (string?)step["effect"]);
    }

    private async Task<string> Letta()
    {
        var path = await server.NewOrganization();
        (await server.Send("PUT", path + "/members/ann", """{"role":"analyst"}""")).ShouldBe(201);
        return path.Split('/')[^1];
    }

    private Task<Reply> Check(string organization, string user, string action) => server.Send(
        "POST", "/v1/check", $$"""{"organization":"{{organization}}","user":"{{user}}","action":"{{action}}"}""");
}
