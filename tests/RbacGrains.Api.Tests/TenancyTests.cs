namespace RbacGrains.Api.Tests;

public sealed class TenancyTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Theory]
    [InlineData("letta", "analyst", 401)]
    [InlineData("humanloop", "member", 403)]
    [InlineData("agent-studio", "member", 403)]
    public async Task A_denial_is_answered_as_the_model_says(string model, string role, int status)
    {
        var organization = await server.NewOrganization(model);
        (await server.Send("PUT", organization + "/members/ann", $$"""{"role":"{{role}}"}""")).ShouldBe(201);
        (await server.SendAs("ann", "PUT", organization + "/members/ben", $$"""{"role":"{{role}}"}"""))
            .ShouldBeProblem(status, "permission_denied");
        (await server.SendAs("ann", "DELETE", organization)).ShouldBeProblem(status, "permission_denied");
        (await server.SendAs("ann", "POST", organization + "/invitations", $$"""{"email":"c@acme.example","role":"{{role}}"}"""))
            .ShouldBeProblem(status, "permission_denied");
        Assert.Equal(["owner", "ann"], (await server.Send("GET", organization + "/members")).Items("user"));
    }

    [Theory]
    [InlineData("GET", "", null)]
    [InlineData("PATCH", "", """{"name":"Mine"}""")]
    [InlineData("DELETE", "", null)]
    [InlineData("GET", "/members", null)]
    [InlineData("GET", "/members/owner", null)]
    [InlineData("PUT", "/members/stranger", """{"role":"admin"}""")]
    [InlineData("PATCH", "/members/owner", """{"role":"analyst"}""")]
    [InlineData("DELETE", "/members/owner", null)]
    [InlineData("GET", "/members/owner/permissions", null)]
    [InlineData("GET", "/actions/agents:read/members", null)]
    [InlineData("GET", "/roles", null)]
    [InlineData("GET", "/roles/admin", null)]
    [InlineData("POST", "/invitations", """{"email":"c@acme.example","role":"analyst"}""")]
    [InlineData("GET", "/invitations", null)]
    [InlineData("GET", "/invitations/inv_x", null)]
    [InlineData("POST", "/invitations/inv_x/resend", null)]
    [InlineData("POST", "/invitations/inv_x/revoke", null)]
    [InlineData("GET", "/audit", null)]
    [InlineData("POST", "/api_keys", """{"name":"ci"}""")]
    [InlineData("GET", "/api_keys", null)]
    [InlineData("GET", "/api_keys/key_aaaaaaaaaaaaaaaa_1", null)]
    [InlineData("POST", "/api_keys/key_aaaaaaaaaaaaaaaa_1/rotate", null)]
    [InlineData("DELETE", "/api_keys/none", null)]
    [InlineData("GET", "/service_accounts", null)]
    [InlineData("GET", "/service_accounts/svc:aaaaaaaaaaaaaaaa", null)]
    [InlineData("PATCH", "/service_accounts/svc:aaaaaaaaaaaaaaaa", """{"name":"x"}""")]
    [InlineData("DELETE", "/service_accounts/none", null)]
    public async Task Another_tenants_resources_cannot_be_told_from_ones_that_do_not_exist(string method, string path, string? body)
    {
        var organization = await server.NewOrganization();
        var theirs = (await server.SendAs("stranger", method, organization + path, body)).ShouldBeProblem(404, "organization_not_found");
        var nobodys = (await server.SendAs("stranger", method, "/v1/organizations/letta-0" + path, body))
            .ShouldBeProblem(404, "organization_not_found");
        Assert.Equal(nobodys.Text, theirs.Text.Replace(organization.Split('/')[^1], "letta-0", StringComparison.Ordinal));
        Assert.Equal(
            nobodys.Headers.Keys.Order(StringComparer.Ordinal), theirs.Headers.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Checks_about_another_tenant_tell_a_stranger_nothing()
    {
        var organization = (await server.NewOrganization()).Split('/')[^1];
        var body = $$"""{"organization":"{{organization}}","user":"owner","action":"agents:read"}""";
        (await server.SendAs("stranger", "POST", "/v1/check", body)).ShouldBeProblem(404, "organization_not_found");
        (await server.SendAs("stranger", "POST", "/v1/explain", body)).ShouldBeProblem(404, "organization_not_found");
        var batch = await server.SendAs("stranger", "POST", "/v1/check/batch", $$"""{"checks":[{{body}}]}""");
        Assert.Equal("organization_not_found", (string?)batch.Json["results"]![0]!["error"]!["code"]);
    }

    [Fact]
    public async Task Nobody_grants_what_they_do_not_hold()
    {
        var organization = await server.NewOrganization("humanloop");
        await server.Send("PUT", organization + "/members/boss", """{"role":"developer","grants":{"invites:send":"allow"}}""");
        foreach (var (body, beyond) in new[]
                 {
                     ("""{"role":"admin"}""", "admin"), ("""{"role":"member","grants":{"billing:manage":"allow"}}""", "billing:manage"),
                 })
        {
            var refused = (await server.SendAs("boss", "PUT", organization + "/members/ann", body)).ShouldBeProblem(403, "grant_exceeds_own");
            Assert.Equal([beyond], refused.Json["beyond"]!.AsArray().Select(given => (string)given!));
        }

        (await server.SendAs("boss", "PUT", organization + "/members/ben", """{"role":"member"}""")).ShouldBe(201);
        (await server.Send("GET", organization + "/members/ann")).ShouldBeProblem(404, "member_not_found");
    }
}
