namespace RbacGrains.Api.Tests;

public sealed class MemberTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task Adding_answers_201_and_replacing_200()
    {
        var member = await server.NewOrganization() + "/members/ann@acme.example";
        var added = (await server.Send("PUT", member, """{"role":"analyst"}""")).ShouldBe(201);
        Assert.Equal(
            ["user", "organization", "email", "role", "status", "grants", "preset", "groups", "projects", "expires_at", "suspended", "joined_at",
                "policy_version", "access_version"],
            added.Json.Select(field => field.Key));
        Assert.Equal("ann@acme.example", added.String("user"));
        Assert.Equal("active", added.String("status"));
        var replaced = (await server.Send("PUT", member, """{"role":"editor"}""")).ShouldBe(200);
        Assert.Equal("editor", replaced.String("role"));
        Assert.Equal($"\"{replaced.Number("access_version")}\"", replaced.ETag);
        Assert.Equal(replaced.Text, (await server.Send("GET", member)).ShouldBe(200).Text);
    }

    [Fact]
    public async Task An_id_with_every_allowed_sign_works_encoded_or_not()
    {
        var organization = await server.NewOrganization();
        (await server.Send("PUT", organization + "/members/A.z_9:@+-", """{"role":"analyst"}""")).ShouldBe(201);
        Assert.Equal("A.z_9:@+-", (await server.Send("GET", organization + "/members/A.z_9%3A%40%2B-")).ShouldBe(200).String("user"));
    }

    [Fact]
    public async Task Grants_presets_and_projects_are_assigned_and_read_back()
    {
        var member = await server.NewOrganization("agent-studio") + "/members/ann";
        var added = (await server.Send("PUT", member, """
            {"role":"member","preset":"knowledge-editor","email":"ann@acme.example","expires_at":"2099-01-31T12:00:00+02:00",
             "projects":{"p1":{"grants":{"knowledge":"read"},"expires_at":"2098-01-01T00:00:00Z"},"*":{"role":"member"}}}
            """)).ShouldBe(201);
        Assert.Equal("knowledge-editor", added.String("preset"));
        Assert.Equal("2099-01-31T10:00:00Z", added.String("expires_at"));
        Assert.Equal("edit", (string?)added.Json["grants"]!["knowledge"]);
        Assert.Equal(
            """{"*":{"role":"member","grants":{},"expires_at":null},"p1":{"role":null,"grants":{"knowledge":"read"},"expires_at":"2098-01-01T00:00:00Z"}}""",
            added.Json["projects"]!.ToJsonString());
    }

    [Fact]
    public async Task A_patch_sets_what_it_names_takes_away_nulls_and_leaves_the_rest()
    {
        var member = await server.NewOrganization("agent-studio") + "/members/ann";
        await server.Send("PUT", member, """
            {"role":"member","email":"a@acme.example","grants":{"knowledge":"edit","voice":"read","flows:view":"allow"},
             "projects":{"p1":{},"p2":{}},"expires_at":"2099-01-01T00:00:00Z","suspended":true}
            """);
        var patched = (await server.Send("PATCH", member, """
            {"grants":{"voice":null,"tools":"edit"},"projects":{"p1":null},"expires_at":null,"suspended":false}
            """)).ShouldBe(200);
        Assert.Equal("""{"flows:view":"allow","knowledge":"edit","tools":"edit"}""", patched.Json["grants"]!.ToJsonString());
        Assert.Equal(["p2"], patched.Json["projects"]!.AsObject().Select(project => project.Key));
        Assert.Null(patched.Json["expires_at"]);
        Assert.Equal("active", patched.String("status"));
        Assert.Equal("a@acme.example", patched.String("email"));

        var cleared = (await server.Send("PATCH", member, """{"grants":null,"projects":null,"email":null}""")).ShouldBe(200);
        Assert.Equal("{}", cleared.Json["grants"]!.ToJsonString());
        Assert.Equal("{}", cleared.Json["projects"]!.ToJsonString());
        Assert.Null(cleared.Json["email"]);
    }

    [Fact]
    public async Task A_merge_patch_is_taken_under_its_own_media_type()
    {
        var member = await server.NewOrganization() + "/members/owner2";
        await server.Send("PUT", member, """{"role":"admin"}""");
        (await server.Send("PATCH", member, """{"role":"editor"}""", ("Content-Type", "application/merge-patch+json"))).ShouldBe(200);
    }

    [Fact]
    public async Task A_removed_member_is_gone()
    {
        var member = await server.NewOrganization() + "/members/ann";
        await server.Send("PUT", member, """{"role":"analyst"}""");
        (await server.Send("DELETE", member)).ShouldBe(204);
        (await server.Send("GET", member)).ShouldBeProblem(404, "member_not_found");
        (await server.Send("DELETE", member)).ShouldBe(204);
    }

    [Fact]
    public async Task The_list_is_filtered_and_paged_and_complete()
    {
        var organization = await server.NewOrganization();
        for (var index = 0; index < 7; index++)
            (await server.Send("PUT", $"{organization}/members/u{index}",
                index % 2 == 0 ? """{"role":"analyst"}""" : """{"role":"editor","suspended":true,"email":"E@acme.example"}""")).ShouldBe(201);

        var first = (await server.Send("GET", organization + "/members?page_size=5")).ShouldBe(200);
        var second = (await server.Send("GET", $"{organization}/members?page_size=5&page_token={first.String("next_page_token")}")).ShouldBe(200);
        Assert.Equal(["owner", "u0", "u1", "u2", "u3", "u4", "u5", "u6"], first.Items("user").Concat(second.Items("user")));
        Assert.Equal("", second.String("next_page_token"));
        Assert.Equal(["u0", "u2", "u4", "u6"], (await server.Send("GET", organization + "/members?role=analyst")).Items("user"));
        Assert.Equal(["u1", "u3", "u5"], (await server.Send("GET", organization + "/members?status=suspended")).Items("user"));
        Assert.Equal(["u1", "u3", "u5"], (await server.Send("GET", organization + "/members?email=e@ACME.example")).Items("user"));
    }

    [Fact]
    public async Task Permissions_are_what_is_in_effect_there_and_within_a_project()
    {
        var member = await server.NewOrganization("agent-studio") + "/members/ann";
        await server.Send("PUT", member, """
            {"role":"member","grants":{"knowledge":"edit","knowledge/faqs":"read"},"projects":{"p1":{"grants":{"knowledge":"read"}}}}
            """);
        var held = (await server.Send("GET", member + "/permissions")).ShouldBe(200);
        Assert.Equal("member", held.String("role"));
        Assert.Equal("edit", (string?)held.Json["areas"]!["knowledge/sources"]);
        Assert.Equal("read", (string?)held.Json["areas"]!["knowledge/faqs"]);
        Assert.Equal("none", (string?)held.Json["areas"]!["voice"]);
        Assert.Equal(39, held.Json["areas"]!.AsObject().Count);
        Assert.Contains("knowledge/sources:delete", held.Json["actions"]!.AsArray().Select(action => (string)action!));
        Assert.Equal($"\"{held.Number("policy_version")}.{held.Number("access_version")}\"", held.ETag);
        Assert.Equal(304, (await server.Send("GET", member + "/permissions", null, ("If-None-Match", held.ETag!))).Status);

        var inside = (await server.Send("GET", member + "/permissions?project=p1")).ShouldBe(200);
        Assert.Equal("read", (string?)inside.Json["areas"]!["knowledge/sources"]);
    }

    [Theory]
    [InlineData("knowledge/faqs:view")]
    [InlineData("knowledge%2Ffaqs:view")]
    [InlineData("knowledge%2ffaqs%3Aview")]
    public async Task Who_can_is_asked_with_the_slash_as_it_is_or_encoded(string action)
    {
        var organization = await server.NewOrganization("agent-studio");
        await server.Send("PUT", organization + "/members/ann", """{"role":"member","grants":{"knowledge":"read"}}""");
        await server.Send("PUT", organization + "/members/ben", """{"role":"member","grants":{"voice":"edit"}}""");
        var found = (await server.Send("GET", $"{organization}/actions/{action}/members")).ShouldBe(200);
        Assert.Equal("""["owner","ann"]""", found.Json["items"]!.ToJsonString());
        var first = await server.Send("GET", $"{organization}/actions/{action}/members?page_size=1");
        Assert.Equal("""["owner"]""", first.Json["items"]!.ToJsonString());
        Assert.NotEqual("", first.String("next_page_token"));
    }

    [Fact]
    public async Task Roles_are_listed_with_whether_the_plan_offers_them()
    {
        var organization = await server.NewOrganization("humanloop", "free");
        var roles = (await server.Send("GET", organization + "/roles")).ShouldBe(200);
        Assert.Equal(["member", "developer", "admin"], roles.Items("id"));
        var developer = (await server.Send("GET", organization + "/roles/developer")).ShouldBe(200);
        Assert.False((bool)developer.Json["offered"]!);
        Assert.Equal("allow", (string?)developer.Json["grants"]!["deployments:manage"]);
        (await server.Send("GET", organization + "/roles/nope")).ShouldBeProblem(404, "role_not_found");
    }

    [Fact]
    public async Task The_projects_of_an_action_are_listed_as_one_value()
    {
        var org = await server.NewOrganization();
        (await server.Send("PUT", $"{org}/members/bob",
            """{"role":"editor","projects":{"closed":{},"read":{"role":"analyst"},"open":{"role":"editor"}}}""")).ShouldBe(201);
        (await server.Send("PUT", $"{org}/members/eve", """{"role":"editor","projects":{"*":{},"read":{"role":"analyst"}}}""")).ShouldBe(201);

        Assert.Equal("""{"in_organization":true,"all_except":true,"projects":["closed"]}""", await Projects("bob", "agents:read"));
        Assert.Equal("""{"in_organization":true,"all_except":true,"projects":["closed","read"]}""", await Projects("bob", "agents:create"));
        Assert.Equal("""{"in_organization":true,"all_except":false,"projects":["read"]}""", await Projects("eve", "agents:read"));
        Assert.Equal("""{"in_organization":true,"all_except":true,"projects":[]}""", await Projects("owner", "agents:create"));
        Assert.Equal("""{"in_organization":false,"all_except":false,"projects":[]}""", await Projects("bob", "api_keys:delete"));
        Assert.Equal("""{"in_organization":false,"all_except":false,"projects":[]}""", await Projects("nobody", "agents:read"));
        (await server.Send("GET", $"{org}/members/bob/projects")).ShouldBeProblem(400, "invalid_value");
        (await server.Send("GET", $"{org}/members/bob/projects?action=agents:fly")).ShouldBeProblem(400, "unknown_action");
        (await server.Send("GET", "/v1/organizations/none/members/bob/projects?action=agents:read")).ShouldBeProblem(404, "organization_not_found");

        async Task<string> Projects(string user, string action) =>
            (await server.Send("GET", $"{org}/members/{user}/projects?action={action}")).ShouldBe(200).Text;
    }

    [Fact]
    public async Task A_patch_can_clear_and_set_in_one()
    {
        var member = await server.NewOrganization() + "/members/bob";
        (await server.Send("PUT", member,
            """{"role":"analyst","grants":{"agents:create":"allow"},"projects":{"p":{}}}""")).ShouldBe(201);

        var patched = await server.Send("PATCH", member,
            """{"clear_grants":true,"grants":{"tools:create":"allow"},"clear_projects":true,"projects":{"q":{}}}""");

        Assert.Equal("tools:create", Assert.Single(patched.ShouldBe(200).Json["grants"]!.AsObject()).Key);
        Assert.Equal("q", Assert.Single(patched.Json["projects"]!.AsObject()).Key);
    }
}
