namespace RbacGrains.Api.Tests.Resources;

public sealed class ResourceTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task A_resource_is_entered_read_changed_and_removed()
    {
        var path = await server.NewOrganization() + "/resources/agents/a1";
        const string Body = """{"name":"First","project":"p1","properties":{"status":"active","tags":["a",1]}}""";

        var made = (await server.Send("PUT", path, Body)).ShouldBe(201);
        Assert.Equal("\"1\"", made.ETag);
        Assert.Equal(("agents", "a1", "First", "p1"), (made.String("type"), made.String("id"), made.String("name"), made.String("project")));
        Assert.Equal("""{"status":"active","tags":["a",1]}""", made.Json["properties"]!.ToJsonString());
        Assert.Equal(made.Text, (await server.Send("PUT", path, Body)).ShouldBe(200).Text);
        Assert.Equal(made.Text, (await server.Send("GET", path)).ShouldBe(200).Text);
        (await server.Send("GET", path, null, ("If-None-Match", "\"1\""))).ShouldBe(304);

        var changed = (await server.Send("PUT", path, "{}", ("If-Match", "\"1\""))).ShouldBe(200);
        Assert.Equal("\"2\"", changed.ETag);
        Assert.Null(changed.String("name"));
        (await server.Send("PUT", path, Body, ("If-Match", "\"1\""))).ShouldBeProblem(412, "version_mismatch");
        (await server.Send("DELETE", path)).ShouldBe(204);
        (await server.Send("DELETE", path)).ShouldBe(204);
        (await server.Send("GET", path)).ShouldBeProblem(404, "resource_not_found");
    }

    [Fact]
    public async Task A_list_has_pages_and_one_type()
    {
        var organization = await server.NewOrganization("agent-studio");
        foreach (var id in new[] { "p1", "p2", "p3" }) await server.Send("PUT", $"{organization}/resources/project/{id}", "{}");
        await server.Send("PUT", $"{organization}/resources/knowledge%2Ffaqs/f1", "{}");
        await server.Send("PUT", $"{organization}/resources/knowledge/faqs/f2", "{}");

        var first = (await server.Send("GET", $"{organization}/resources?type=project&page_size=2")).ShouldBe(200);
        Assert.Equal(["p1", "p2"], first.Items("id"));
        var next = await server.Send("GET", $"{organization}/resources?type=project&page_size=2&page_token={first.String("next_page_token")}");
        Assert.Equal(["p3"], next.Items("id"));
        Assert.Equal(["f1", "f2"], (await server.Send("GET", $"{organization}/resources?type=knowledge/faqs")).Items("id"));
        (await server.Send("GET", $"{organization}/resources")).ShouldBeProblem(400, "invalid_value");
        (await server.Send("GET", $"{organization}/resources?type=spaceship")).ShouldBeProblem(400, "unknown_resource_type");
        (await server.Send("GET", $"{organization}/resources?type=project&page_token=x")).ShouldBeProblem(400, "invalid_value");
    }

    [Theory]
    [InlineData("spaceship/s1", "{}", "unknown_resource_type", null)]
    [InlineData("agents/a%20b", "{}", "invalid_id", null)]
    [InlineData("agents/a1", """{"properties":[]}""", "invalid_type", "/properties")]
    [InlineData("agents/a1", """{"properties":{"a":{"b":{"c":{"d":{"e":{"f":{"g":{"h":{}}}}}}}}}}""", "invalid_value", "/properties")]
    [InlineData("agents/a1", """{"properties":{"a":1,"a":2}}""", "duplicate_field", "/properties/a")]
    [InlineData("agents/a1", """{"properties":{"a":"\ud800"}}""", "invalid_value", "/properties")]
    [InlineData("agents/a1", """{"name":""}""", "invalid_value", "/name")]
    [InlineData("agents/a1", """{"project":"a b"}""", "invalid_id", "/project")]
    [InlineData("project/p1", """{"project":"p2"}""", "invalid_value", "/project")]
    [InlineData("agents/a1", """{"colour":"red"}""", "unknown_field", "/colour")]
    public async Task A_bad_resource_is_refused(string path, string body, string code, string? pointer) =>
        (await server.Send("PUT", $"{await server.NewOrganization()}/resources/{path}", body)).ShouldBeProblem(400, code, pointer);

    [Fact]
    public async Task Changes_need_the_right_to_update_the_organization()
    {
        var organization = await server.NewOrganization();
        await server.Send("PUT", organization + "/members/ann", """{"role":"editor"}""");

        (await server.SendAs("ann", "PUT", organization + "/resources/agents/a1", "{}")).ShouldBeProblem(401, "permission_denied");
        (await server.SendAs("owner", "PUT", organization + "/resources/agents/a1", "{}")).ShouldBe(201);
        (await server.SendAs("ann", "GET", organization + "/resources/agents/a1")).ShouldBe(200);
        (await server.SendAs("ann", "DELETE", organization + "/resources/agents/a1")).ShouldBeProblem(401, "permission_denied");
        (await server.SendAs("stranger", "GET", organization + "/resources/agents/a1")).ShouldBeProblem(404, "organization_not_found");
    }
}
