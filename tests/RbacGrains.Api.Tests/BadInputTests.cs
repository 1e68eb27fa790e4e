namespace RbacGrains.Api.Tests;

/// <summary>Every bad input: a precise problem, and nothing changed.</summary>
public sealed class BadInputTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Theory]
    // Fields and types.
    [InlineData("""{"role":"member","rol":"member"}""", "unknown_field", "/rol")]
    [InlineData("""{"role":"member","projects":{"p":{"levels":{}}}}""", "unknown_field", "/projects/p/levels")]
    [InlineData("""{"role":"member","role":"admin"}""", "duplicate_field", "/role")]
    [InlineData("""{"role":"member","grants":{"voice":"read","voice":"edit"}}""", "duplicate_field", "/grants/voice")]
    [InlineData("""{"role":1}""", "invalid_type", "/role")]
    [InlineData("""{"role":"member","grants":[]}""", "invalid_type", "/grants")]
    [InlineData("""{"role":"member","grants":{"knowledge/faqs":2}}""", "invalid_type", "/grants/knowledge~1faqs")]
    [InlineData("""{"role":"member","grants":{"knowledge/faqs":null}}""", "invalid_type", "/grants/knowledge~1faqs")]
    [InlineData("""{"role":"member","projects":{"p":null}}""", "invalid_type", "/projects/p")]
    [InlineData("""{"role":"member","projects":{"p":{"grants":{"voice":null}}}}""", "invalid_type", "/projects/p/grants/voice")]
    [InlineData("""{"role":"member","suspended":"yes"}""", "invalid_type", "/suspended")]
    [InlineData("""{"role":"member","expires_at":4102444800}""", "invalid_type", "/expires_at")]
    [InlineData("""{"role":"member","expires_at":"2099-01-01T00:00:00"}""", "invalid_value", "/expires_at")]
    [InlineData("""{"role":"member","expires_at":"2020-01-01T00:00:00Z"}""", "invalid_value", "/expires_at")]
    [InlineData("""["member"]""", "invalid_type", "")]
    [InlineData("null", "invalid_type", "")]
    // What the model does not have, or does not allow.
    [InlineData("""{"role":"king"}""", "unknown_role", "/role")]
    [InlineData("""{"role":"member","preset":"nope"}""", "unknown_preset", "/preset")]
    [InlineData("""{"role":"member","grants":{"cellar":"read"}}""", "unknown_area", "/grants/cellar")]
    [InlineData("""{"role":"member","grants":{"voice":"write"}}""", "unknown_level", "/grants/voice")]
    [InlineData("""{"role":"member","grants":{"voice:fly":"allow"}}""", "unknown_action", "/grants/voice:fly")]
    [InlineData("""{"role":"member","grants":{"voice:view":"read"}}""", "unknown_level", "/grants/voice:view")]
    [InlineData("""{"role":"member","grants":{"knowledge":"read","knowledge/faqs":"edit"}}""", "sub_area_above_parent", "/grants/knowledge~1faqs")]
    [InlineData("""{"role":"member","projects":{"p/q":{}}}""", "invalid_id", "/projects/p~1q")]
    [InlineData("""{"role":"member","projects":{"p":{"role":"king"}}}""", "unknown_role", "/projects/p/role")]
    [InlineData("""{"role":"member","email":"not an address"}""", "invalid_value", "/email")]
    public async Task A_member_is_not_added_from_a_bad_body(string body, string code, string pointer)
    {
        var organization = await server.NewOrganization("agent-studio");
        (await server.Send("PUT", organization + "/members/ann", body)).ShouldBeProblem(400, code, pointer);
        (await server.Send("GET", organization + "/members/ann")).ShouldBeProblem(404, "member_not_found");
        Assert.Equal(2, (await server.Send("GET", organization + "/audit")).Items("id").Length);
    }

    [Theory]
    [InlineData("""{"role":null}""", "invalid_type", "/role")]
    [InlineData("""{"preset":null}""", "invalid_type", "/preset")]
    [InlineData("""{"grants":"all"}""", "invalid_type", "/grants")]
    [InlineData("""{"grants":{"voice":true}}""", "invalid_type", "/grants/voice")]
    [InlineData("""{"projects":{"p":{"grant":{}}}}""", "unknown_field", "/projects/p/grant")]
    [InlineData("""{"suspended":0}""", "invalid_type", "/suspended")]
    [InlineData("""{"email":1}""", "invalid_type", "/email")]
    [InlineData("""{"expires_at":"soon"}""", "invalid_value", "/expires_at")]
    [InlineData("""{"status":"active"}""", "unknown_field", "/status")]
    [InlineData("""{"grants":{"voice/agent":"edit"}}""", "sub_area_above_parent", "/grants/voice~1agent")]
    public async Task A_member_is_not_changed_by_a_bad_patch(string body, string code, string pointer)
    {
        var member = await server.NewOrganization("agent-studio") + "/members/ann";
        var before = await server.Send("PUT", member, """{"role":"member","grants":{"voice":"read"}}""");
        (await server.Send("PATCH", member, body)).ShouldBeProblem(400, code, pointer);
        Assert.Equal(before.Text, (await server.Send("GET", member)).Text);
    }

    [Theory]
    [InlineData("""{"name":"A","model":"letta","plan":"free"}""", "missing_field", "/owner")]
    [InlineData("""{}""", "missing_field", "/name")]
    [InlineData("""{"name":null,"model":"letta","plan":"free","owner":"ada"}""", "invalid_type", "/name")]
    [InlineData("""{"name":"A","model":"nope","plan":"free","owner":"ada"}""", "unknown_model", "/model")]
    [InlineData("""{"name":"A","model":"letta","plan":"gold","owner":"ada"}""", "unknown_plan", "/plan")]
    [InlineData("""{"name":"A","model":"letta","plan":"free","owner":"a da"}""", "invalid_id", "/owner")]
    [InlineData("""{"name":"","model":"letta","plan":"free","owner":"ada"}""", "invalid_value", "/name")]
    public async Task An_organization_is_not_created_from_a_bad_body(string body, string code, string pointer)
    {
        (await server.Send("PUT", "/v1/organizations/never", body)).ShouldBeProblem(400, code, pointer);
        (await server.Send("GET", "/v1/organizations/never")).ShouldBeProblem(404, "organization_not_found");
    }

    [Theory]
    [InlineData("""{"settings":null}""", "invalid_type", "/settings")]
    [InlineData("""{"settings":{"invitation_days":"7"}}""", "invalid_type", "/settings/invitation_days")]
    [InlineData("""{"settings":{"invitation_days":1e99}}""", "invalid_type", "/settings/invitation_days")]
    [InlineData("""{"settings":{"invitation_days":0}}""", "invalid_value", "/settings/invitation_days")]
    [InlineData("""{"settings":{"email_domains":["a.example",1]}}""", "invalid_type", "/settings/email_domains/1")]
    [InlineData("""{"settings":{"email_domains":["a.example",null]}}""", "invalid_type", "/settings/email_domains/1")]
    [InlineData("""{"settings":{"colour":"red"}}""", "unknown_field", "/settings/colour")]
    [InlineData("""{"reassign":{"editor":null}}""", "invalid_type", "/reassign/editor")]
    [InlineData("""{"plan":"gold"}""", "unknown_plan", "/plan")]
    [InlineData("""{"model":"humanloop"}""", "unknown_field", "/model")]
    public async Task An_organization_is_not_changed_by_a_bad_patch(string body, string code, string pointer)
    {
        var organization = await server.NewOrganization();
        var before = await server.Send("GET", organization);
        (await server.Send("PATCH", organization, body)).ShouldBeProblem(400, code, pointer);
        Assert.Equal(before.Text, (await server.Send("GET", organization)).Text);
    }

    [Theory]
    [InlineData("""{"organization":"o","user":"u"}""", "missing_field", "/action")]
    [InlineData("""{"organization":"o","user":"u","action":null}""", "invalid_type", "/action")]
    [InlineData("""{"organization":"o","user":"u","action":["a:b"]}""", "invalid_type", "/action")]
    [InlineData("""{"organization":"o o","user":"u","action":"a:b"}""", "invalid_id", "/organization")]
    [InlineData("""{"organization":"o","user":"","action":"a:b"}""", "invalid_id", "/user")]
    [InlineData("""{"organization":"o","user":"u","action":"a:b","project":"*"}""", "invalid_id", "/project")]
    [InlineData("""{"organization":"o","user":"u","action":"a:b","thing":"r"}""", "unknown_field", "/thing")]
    public async Task A_bad_check_is_refused(string body, string code, string pointer)
    {
        (await server.Send("POST", "/v1/check", body)).ShouldBeProblem(400, code, pointer);
        (await server.Send("POST", "/v1/explain", body)).ShouldBeProblem(400, code, pointer);
    }

    [Theory]
    [InlineData("""{"checks":{}}""", "invalid_type", "/checks")]
    [InlineData("""{"checks":[null]}""", "invalid_type", "/checks/0")]
    [InlineData("""{"checks":[{"organization":"o","user":"u","action":"a:b"},{"organization":"o","user":7,"action":"a:b"}]}""", "invalid_type", "/checks/1/user")]
    [InlineData("""{"checks":[{"organization":"o","user":"u"}]}""", "missing_field", "/checks/0/action")]
    [InlineData("""{}""", "missing_field", "/checks")]
    public async Task A_batch_that_is_none_is_refused_whole(string body, string code, string pointer) =>
        (await server.Send("POST", "/v1/check/batch", body)).ShouldBeProblem(400, code, pointer);

    [Theory]
    [InlineData("""{"role":"analyst"}""", "missing_field", "/email")]
    [InlineData("""{"email":"nobody","role":"analyst"}""", "invalid_value", "/email")]
    [InlineData("""{"email":"a@acme.example","role":"king"}""", "unknown_role", "/role")]
    [InlineData("""{"email":"a@acme.example"}""", "role_required", "/role")]
    [InlineData("""{"email":"a@acme.example","role":"analyst","token":"mine"}""", "unknown_field", "/token")]
    public async Task Nobody_is_invited_by_a_bad_body(string body, string code, string pointer)
    {
        var organization = await server.NewOrganization();
        (await server.Send("POST", organization + "/invitations", body)).ShouldBeProblem(400, code, pointer);
        Assert.Empty((await server.Send("GET", organization + "/invitations")).Items("id"));
    }

    [Fact]
    public async Task An_enterprise_role_is_refused_on_a_smaller_plan()
    {
        var organization = await server.NewOrganization("humanloop", "free");
        (await server.Send("PUT", organization + "/members/ann", """{"role":"developer"}""")).ShouldBeProblem(409, "role_not_in_plan", "/role");
        (await server.Send("GET", organization + "/members/ann")).ShouldBeProblem(404, "member_not_found");
    }

    [Theory]
    [InlineData("DELETE", null)]
    [InlineData("PATCH", """{"role":"analyst"}""")]
    [InlineData("PATCH", """{"suspended":true}""")]
    [InlineData("PATCH", """{"expires_at":"2099-01-01T00:00:00Z"}""")]
    [InlineData("PUT", """{"role":"editor"}""")]
    public async Task The_last_admin_stays(string method, string? body)
    {
        var owner = await server.NewOrganization() + "/members/owner";
        var before = await server.Send("GET", owner);
        (await server.Send(method, owner, body)).ShouldBeProblem(409, "last_admin");
        (await server.SendAs("owner", method, owner, body)).ShouldBeProblem(409, "last_admin");
        Assert.Equal(before.Text, (await server.Send("GET", owner)).Text);
    }

    [Theory]
    [InlineData("/v1/organizations/a%20b")]
    [InlineData("/v1/organizations/a%2Fb")]
    [InlineData("/v1/organizations/%C3%A4")]
    [InlineData("/v1/organizations/%FF")]
    [InlineData("/v1/organizations/a*b")]
    [InlineData("/v1/organizations/ok/members/a%20b")]
    [InlineData("/v1/organizations/ok/members/a'b/permissions")]
    [InlineData("/v1/organizations/ok/members?page_token=%00", "invalid_value", true)]
    [InlineData("/v1/organizations/ok/invitations/a%20b")]
    [InlineData("/v1/organizations/ok/roles/a%20b")]
    [InlineData("/v1/organizations/ok/members/u/permissions?project=a%20b")]
    [InlineData("/v1/organizations/ok/members/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public async Task Ids_outside_the_alphabet_are_refused(string path, string code = "invalid_id", bool inside = false)
    {
        var reply = await server.Send("GET", inside ? path.Replace("/v1/organizations/ok", await server.NewOrganization()) : path);
        reply.ShouldBeProblem(400, code);
    }

    [Theory]
    [InlineData("page_size=0", "invalid_value")]
    [InlineData("page_size=1001", "invalid_value")]
    [InlineData("page_size=-1", "invalid_value")]
    [InlineData("page_size=ten", "invalid_value")]
    [InlineData("page_size=", "invalid_value")]
    [InlineData("page_size=99999999999", "invalid_value")]
    [InlineData("page_size=1&page_size=2", "invalid_value")]
    [InlineData("page_token=nonsense", "invalid_value")]
    [InlineData("pagesize=1", "unknown_parameter")]
    public async Task A_list_is_not_answered_to_a_bad_query(string query, string code)
    {
        var organization = await server.NewOrganization();
        foreach (var path in new[] { "/v1/organizations", organization + "/members", organization + "/invitations", organization + "/actions/agents:read/members", organization + "/audit" })
            (await server.Send("GET", $"{path}?{query}")).ShouldBeProblem(400, code);
    }

    [Fact]
    public async Task A_misspelt_filter_lists_nothing_rather_than_everything()
    {
        var organization = await server.NewOrganization();
        var refused = (await server.Send("GET", organization + "/members?rol=admin")).ShouldBeProblem(400, "unknown_parameter");
        Assert.Contains("role, status, email", refused.Text, StringComparison.Ordinal);
        (await server.Send("GET", organization + "/members?status=lost")).ShouldBeProblem(400, "invalid_value");
        (await server.Send("GET", organization + "?page_size=1")).ShouldBeProblem(400, "unknown_parameter");
        (await server.Send("GET", organization + "/actions/agents:fly/members")).ShouldBe(400);
    }
}
