namespace RbacGrains.Api.Tests;

public sealed class OrganizationTests(ApiServer server) : IClassFixture<ApiServer>
{
    private const string Body = """{"name":"Acme","model":"letta","plan":"free","owner":"ada@acme.example"}""";

    [Fact]
    public async Task Creating_answers_201_repeating_it_200_and_another_one_in_its_place_409()
    {
        var created = (await server.Send("PUT", "/v1/organizations/acme", Body)).ShouldBe(201);
        Assert.Equal("\"1\"", created.ETag);
        Assert.Equal(
            ["id", "name", "model", "plan", "owner", "settings", "created_at", "policy_version"],
            created.Json.Select(field => field.Key));
        Assert.EndsWith("Z", created.String("created_at")!, StringComparison.Ordinal);

        Assert.Equal(created.Text, (await server.Send("PUT", "/v1/organizations/acme", Body)).ShouldBe(200).Text);
        (await server.Send("PUT", "/v1/organizations/acme", Body.Replace("free", "enterprise", StringComparison.Ordinal)))
            .ShouldBeProblem(409, "organization_exists");
    }

    [Fact]
    public async Task The_owner_is_the_first_admin()
    {
        var organization = await server.NewOrganization();
        Assert.Equal("admin", (await server.Send("GET", organization + "/members/owner")).ShouldBe(200).String("role"));
    }

    [Fact]
    public async Task A_patch_changes_what_it_names_and_leaves_the_rest()
    {
        var organization = await server.NewOrganization();
        var first = (await server.Send("PATCH", organization, """{"settings":{"invitation_days":3}}""")).ShouldBe(200);
        var second = (await server.Send("PATCH", organization, """{"name":"New","settings":{"email_domains":["acme.example"]}}"""))
            .ShouldBe(200);
        Assert.Equal("Test", first.String("name"));
        Assert.Equal("New", second.String("name"));
        Assert.Equal("""{"invitation_days":3,"email_domains":["acme.example"]}""", second.Json["settings"]!.ToJsonString());
        Assert.Equal(3, second.Number("policy_version"));
        Assert.Equal("\"3\"", second.ETag);
    }

    [Fact]
    public async Task Patches_of_different_settings_at_once_all_hold()
    {
        var organization = await server.NewOrganization();
        var patches = Enumerable.Range(0, 6).Select(index => server.Send("PATCH", organization, index % 2 == 0
            ? """{"settings":{"invitation_days":30}}"""
            : """{"settings":{"email_domains":["acme.example"]}}"""));
        Assert.All(await Task.WhenAll(patches), patched => patched.ShouldBe(200));
        Assert.Equal(
            """{"invitation_days":30,"email_domains":["acme.example"]}""",
            (await server.Send("GET", organization)).Json["settings"]!.ToJsonString());
    }

    [Fact]
    public async Task A_downgrade_that_strands_members_is_refused_with_their_list_unless_they_get_another_role()
    {
        var organization = await server.NewOrganization("humanloop");
        await server.Send("PUT", organization + "/members/dev", """{"role":"developer"}""");
        var refused = (await server.Send("PATCH", organization, """{"plan":"free"}""")).ShouldBeProblem(409, "plan_strands_members", "/plan");
        Assert.Equal("""["dev"]""", refused.Json["members"]!.ToJsonString());
        Assert.Equal("enterprise", (await server.Send("GET", organization)).String("plan"));

        (await server.Send("PATCH", organization, """{"plan":"free","reassign":{"developer":"admin"}}""")).ShouldBe(200);
        Assert.Equal("admin", (await server.Send("GET", organization + "/members/dev")).String("role"));
    }

    [Fact]
    public async Task A_deleted_organization_is_gone()
    {
        var organization = await server.NewOrganization();
        Assert.Equal("", (await server.Send("DELETE", organization)).ShouldBe(204).Text);
        (await server.Send("GET", organization)).ShouldBeProblem(404, "organization_not_found");
        (await server.Send("GET", organization + "/members/owner")).ShouldBeProblem(404, "organization_not_found");
    }

    [Fact]
    public async Task The_list_has_all_for_the_service_and_their_own_for_a_user_page_by_page()
    {
        var own = new List<string>();
        for (var index = 0; index < 5; index++)
        {
            var organization = await server.NewOrganization();
            if (index % 2 != 0) continue;
            (await server.Send("PUT", organization + "/members/traveller", """{"role":"analyst"}""")).ShouldBe(201);
            own.Add(organization.Split('/')[^1]);
        }

        Assert.Equal(own.Order(StringComparer.Ordinal), await Pages("/v1/organizations", "traveller"));
        Assert.Superset(own.ToHashSet(), (await Pages("/v1/organizations", null)).ToHashSet());
    }

    private async Task<string[]> Pages(string path, string? user)
    {
        var found = new List<string>();
        var token = "";
        do
        {
            var page = $"{path}?page_size=2&page_token={token}";
            var reply = await (user is null ? server.Send("GET", page) : server.SendAs(user, "GET", page));
            Assert.InRange(reply.ShouldBe(200).Items("id").Length, 0, 2);
            found.AddRange(reply.Items("id"));
            token = reply.String("next_page_token");
        }
        while (token != "");
        return [.. found];
    }
}
