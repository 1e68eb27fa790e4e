using System.Net.Sockets;
using System.Text;

namespace RbacGrains.Api.Tests;

public sealed class ApiKeyTests(ApiServer server) : IClassFixture<ApiServer>
{
    private const string Evaluation =
        """{"subject":{"type":"user","id":"ann"},"action":{"name":"agents:read"},"resource":{"type":"agents","id":"1"}}""";

    [Fact]
    public async Task A_key_opens_its_organization_with_what_its_account_holds()
    {
        var organization = await server.NewOrganization();
        var made = await New(organization, """{"name":"ci","role":"editor","expires_in":"90d"}""");
        Assert.StartsWith(made.String("prefix") + "_", made.String("key"), StringComparison.Ordinal);
        Assert.Equal(("active", "ci", "editor"), (made.String("status"), made.String("name"), (string?)made.Json["account"]!["role"]));
        Assert.Equal(
            DateTimeOffset.Parse(made.String("created_at")!, null).AddDays(90), DateTimeOffset.Parse(made.String("expires_at")!, null));
        Assert.NotNull(made.ETag);

        (await With(made, "GET", organization)).ShouldBe(200);
        (await With(made, "GET", organization + "/members")).ShouldBeProblem(401, "permission_denied");
        Assert.Equal([made.String("id")!], (await With(made, "GET", organization + "/api_keys")).ShouldBe(200).Items("id"));
        var body = $$"""{"organization":"{{Id(organization)}}","user":"{{made.String("service_account")}}","action":"agents:update"}""";
        Assert.True((bool)(await With(made, "POST", "/v1/check", body)).ShouldBe(200).Json["allowed"]!);
        var permissions = await With(made, "GET", $"{organization}/members/{made.String("service_account")}/permissions");
        Assert.Equal("editor", permissions.ShouldBe(200).String("role"));
    }

    [Fact]
    public async Task A_key_sees_no_other_organization_and_is_not_the_service()
    {
        var organization = await server.NewOrganization();
        var other = await server.NewOrganization();
        var made = await New(organization, """{"name":"app","role":"admin","acts_for_users":true}""");
        await server.Send("PUT", other + "/members/ann", """{"role":"admin"}""");
        await server.Send("PUT", organization + "/members/ann", """{"role":"admin"}""");
        (string, string)[] asAnn = [("Rbac-Actor", "ann")];

        foreach (var headers in new[] { [], asAnn })
        {
            foreach (var (method, path, body) in new[]
                     {
                         ("GET", "", null), ("PATCH", "", """{"name":"Mine"}"""), ("DELETE", "", null), ("GET", "/members", null),
                         ("PUT", "/members/ben", """{"role":"analyst"}"""), ("GET", "/audit", null), ("GET", "/api_keys", null),
                         ("POST", "/api_keys", """{"name":"x","role":"analyst"}"""), ("GET", "/roles", null),
                         ("PUT", "", """{"name":"Test","model":"letta","plan":"enterprise","owner":"owner"}"""),
                     })
            {
                var theirs = (await With(made, method, other + path, body, headers)).ShouldBeProblem(404, "organization_not_found");
                var nobodys = (await With(made, method, "/v1/organizations/letta-0" + path, body, headers)).ShouldBeProblem(404, "organization_not_found");
                Assert.Equal(nobodys.Text, theirs.Text.Replace(Id(other), "letta-0", StringComparison.Ordinal));
            }
            var check = $$"""{"organization":"{{Id(other)}}","user":"ann","action":"agents:read"}""";
            (await With(made, "POST", "/v1/check", check, headers)).ShouldBeProblem(404, "organization_not_found");
            (await With(made, "POST", "/v1/explain", check, headers)).ShouldBeProblem(404, "organization_not_found");
            Assert.Equal([Id(organization)], (await With(made, "GET", "/v1/organizations", null, headers)).Items("id"));
            Assert.Equal($"[\"{Id(organization)}\"]", (await With(made, "GET", "/v1/me", null, headers)).ShouldBe(200).Json["organizations"]!.ToJsonString());
            (await With(made, "POST", $"/organizations/{Id(other)}/access/v1/evaluation", Evaluation, headers)).ShouldBe(404);
        }
        (await With(made, "PUT", organization, """{"name":"Test","model":"letta","plan":"enterprise","owner":"owner"}""")).ShouldBeProblem(403, "permission_denied");
    }

    [Fact]
    public async Task A_key_answers_invitations_of_its_organization_only_and_for_users_only()
    {
        var organization = await server.NewOrganization();
        var other = await server.NewOrganization();
        var made = await New(organization, """{"name":"app","role":"analyst","acts_for_users":true}""");
        var theirs = (await server.Send("POST", other + "/invitations", """{"email":"ann@acme.example","role":"admin"}""")).String("token");
        var ours = (await server.Send("POST", organization + "/invitations", """{"email":"ann@acme.example","role":"analyst"}""")).String("token");

        (await With(made, "POST", "/v1/invitations/accept", Answer(theirs!), ("Rbac-Actor", "ann"))).ShouldBeProblem(404, "invitation_token_invalid", "/token");
        (await With(made, "POST", "/v1/invitations/decline", Answer(theirs!), ("Rbac-Actor", "ann"))).ShouldBeProblem(404, "invitation_token_invalid", "/token");
        (await With(made, "POST", "/v1/invitations/accept", Answer(ours!))).ShouldBeProblem(403, "permission_denied", "/user");
        (await With(made, "POST", "/v1/invitations/accept", Answer(ours!), ("Rbac-Actor", "ann"))).ShouldBe(200);
        (await server.Send("POST", "/v1/invitations/accept", Answer(theirs!).Replace("\"ann\"", "\"svc:ann\"", StringComparison.Ordinal)))
            .ShouldBeProblem(400, "reserved_id", "/user");

        static string Answer(string token) => $$"""{"token":"{{token}}","user":"ann","email":"ann@acme.example"}""";
    }

    [Fact]
    public async Task Only_a_key_that_acts_for_users_names_one_and_is_judged_as_them()
    {
        var organization = await server.NewOrganization();
        await server.Send("PUT", organization + "/members/ann", """{"role":"analyst"}""");
        var plain = await New(organization, """{"name":"ci","role":"admin"}""");
        var app = await New(organization, """{"name":"app","role":"analyst","acts_for_users":true}""");

        (await With(plain, "GET", organization, null, ("Rbac-Actor", "owner"))).ShouldBeProblem(403, "permission_denied");
        (await With(app, "GET", organization + "/members", null, ("Rbac-Actor", "ann"))).ShouldBeProblem(401, "permission_denied");
        (await With(app, "PUT", organization + "/members/ben", """{"role":"analyst"}""", ("Rbac-Actor", "owner"))).ShouldBe(201);
        (await With(app, "GET", organization, null, ("Rbac-Actor", "stranger"))).ShouldBeProblem(404, "organization_not_found");
        foreach (var actor in new[] { plain.String("service_account")!, "svc:x" })
        {
            (await With(app, "GET", organization, null, ("Rbac-Actor", actor))).ShouldBeProblem(400, "reserved_id");
            (await server.SendAs(actor, "GET", organization)).ShouldBeProblem(400, "reserved_id");
        }
        Assert.Equal("owner", (string?)(await server.Send("GET", organization + "/audit?target=ben")).Json["items"]![0]!["actor"]);
    }

    [Fact]
    public async Task Whatever_opens_nothing_is_401_in_the_same_words()
    {
        var organization = await server.NewOrganization();
        var expired = await New(organization, """{"name":"ci","role":"analyst","expires_in":60}""");
        var deleted = await New(organization, """{"name":"ci","role":"analyst"}""");
        var suspended = await New(organization, """{"name":"ci","role":"analyst"}""");
        var rotated = await New(organization, """{"name":"ci","role":"analyst"}""");
        server.Clock.Advance(TimeSpan.FromMinutes(1));
        (await server.Send("DELETE", $"{organization}/api_keys/{deleted.String("id")}")).ShouldBe(204);
        (await server.Send("PATCH", $"{organization}/service_accounts/{suspended.String("service_account")}", """{"suspended":true}""")).ShouldBe(200);
        var anew = (await server.Send("POST", $"{organization}/api_keys/{rotated.String("id")}/rotate")).ShouldBe(200);
        var altered = anew.String("key")![..^1] + (anew.String("key")![^1] == 'a' ? 'b' : 'a');
        var wrong = (await Call.Send(server.Http, "GET", organization, null, ("Authorization", "Bearer wrong"))).ShouldBeProblem(401, "unauthenticated");

        foreach (var key in new[]
                 {
                     expired.String("key")!, deleted.String("key")!, suspended.String("key")!, rotated.String("key")!, altered,
                     $"rbac_{new string('a', 16)}_1_{new string('a', 52)}", rotated.String("prefix")!, anew.String("key") + "a",
                     anew.String("key") + "," + anew.String("key"), new string('r', 20_000), "rbac_", "rbac___",
                 })
        {
            var refused = (await Call.Send(server.Http, "GET", organization, null, ("Authorization", $"Bearer {key}"))).ShouldBeProblem(401, "unauthenticated");
            Assert.Equal((wrong.Text, wrong.Headers["WWW-Authenticate"]), (refused.Text, refused.Headers["WWW-Authenticate"]));
        }
        (await With(anew, "GET", organization)).ShouldBe(200);
    }

    [Fact]
    public async Task A_second_authorization_or_a_broken_one_is_refused_and_opens_nothing()
    {
        var organization = await server.NewOrganization();
        var key = (await New(organization, """{"name":"ci","role":"analyst"}""")).String("key");

        Assert.StartsWith("HTTP/1.1 200 ", await Raw($"Authorization: Bearer {key}\r\n"), StringComparison.Ordinal);
        foreach (var headers in new[]
                 {
                     $"Authorization: Bearer {key}\r\nAuthorization: Bearer {key}\r\n",
                     $"Authorization: Bearer {key}\r\nAuthorization: Bearer wrong\r\n",
                     $"Authorization: Bearer {key}\r\nauthorization:\r\n",
                     $"Authorization: Bearer {key}\rRbac-Actor: owner\r\n",
                     $"Authorization: Bearer {key}\r\n folded\r\n",
                     $"Authorization: Bearer {key}\0\r\n",
                     $"Rbac-Reason: a\r\nAuthorization Bearer {key}\r\n",
                 })
            Assert.StartsWith("HTTP/1.1 400 ", await Raw(headers), StringComparison.Ordinal);

        async Task<string> Raw(string headers)
        {
            using var client = new TcpClient();
            await client.ConnectAsync(server.Http.BaseAddress!.Host, server.Http.BaseAddress.Port);
            await using var stream = client.GetStream();
            await stream.WriteAsync(Encoding.Latin1.GetBytes($"GET {organization} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{headers}\r\n"));
            using var reader = new StreamReader(stream, Encoding.Latin1);
            return await reader.ReadToEndAsync();
        }
    }

    [Fact]
    public async Task Secrets_are_shown_once_and_never_logged()
    {
        var organization = await server.NewOrganization();
        var made = await New(organization, """{"name":"ci","role":"analyst"}""");
        var id = $"{organization}/api_keys/{made.String("id")}";
        var rotated = (await server.Send("POST", id + "/rotate", """{"grace":"1h"}""")).ShouldBe(200);
        await With(made, "GET", organization);
        await With(rotated, "DELETE", organization);
        (await server.Send("GET", id, null, ("If-None-Match", (await server.Send("GET", id)).ETag!))).ShouldBe(304);

        foreach (var path in new[] { id, organization + "/api_keys", organization + "/audit", organization + "/service_accounts" })
            foreach (var reply in new[] { made, rotated })
                Assert.DoesNotContain(reply.String("key")![^52..], (await server.Send("GET", path)).ShouldBe(200).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(server.Log.Lines, line => line.Contains(made.String("key")![^52..]) || line.Contains(rotated.String("key")![^52..]));
        Assert.NotNull((await server.Send("GET", id)).String("last_used_at"));
        Assert.Equal("no-store", rotated.Headers["Cache-Control"]);
        Assert.Equal("no-store", made.Headers["Cache-Control"]);
    }

    [Theory]
    [InlineData("letta", "analyst", 401)]
    [InlineData("humanloop", "member", 403)]
    [InlineData("agent-studio", "member", 403)]
    public async Task Who_may_not_see_keys_is_told_so_as_the_model_says(string model, string role, int status)
    {
        var organization = await server.NewOrganization(model);
        (await server.Send("PUT", organization + "/members/ann", $$"""{"role":"{{role}}"}""")).ShouldBe(201);
        var made = await New(organization, $$"""{"name":"ci","role":"{{role}}"}""");

        foreach (var (method, path, body) in new[]
                 {
                     ("POST", "/api_keys", """{"name":"x"}"""), ("POST", $"/api_keys/{made.String("id")}/rotate", null),
                     ("DELETE", $"/api_keys/{made.String("id")}", null), ("GET", "/api_keys", null), ("GET", $"/api_keys/{made.String("id")}", null),
                     ("GET", "/service_accounts", null), ("GET", $"/service_accounts/{made.String("service_account")}", null),
                     ("PATCH", $"/service_accounts/{made.String("service_account")}", """{"name":"x"}"""),
                     ("DELETE", $"/service_accounts/{made.String("service_account")}", null),
                 })
            (await server.SendAs("ann", method, organization + path, body)).ShouldBeProblem(status, "permission_denied");
    }

    [Fact]
    public async Task Keys_are_listed_with_filters()
    {
        var organization = await server.NewOrganization();
        var one = await New(organization, """{"name":"one","role":"analyst"}""");
        var two = await New(organization, $$"""{"name":"two","service_account":"{{one.String("service_account")}}"}""");
        var three = await New(organization, """{"name":"three","role":"editor"}""");

        Assert.Equal(["one", "two", "three"], await Names(""));
        Assert.Equal(["one", "two"], await Names($"?service_account={one.String("service_account")}"));
        Assert.Equal(["three"], await Names($"?prefix={three.String("prefix")}"));
        Assert.Empty(await Names("?status=expired"));
        var page = await server.Send("GET", organization + "/api_keys?page_size=2");
        Assert.Equal(["three"], await Names($"?page_token={page.String("next_page_token")}"));
        (await server.Send("GET", $"{organization}/api_keys?prefix={two.String("key")}")).ShouldBeProblem(400, "invalid_value");
        (await server.Send("GET", organization + "/api_keys?status=odd")).ShouldBeProblem(400, "invalid_value");
        (await server.Send("GET", organization + "/api_keys?nonsense=1")).ShouldBeProblem(400, "unknown_parameter");
        Assert.Equal([one.String("service_account")!, three.String("service_account")!], (await server.Send("GET", organization + "/service_accounts")).Items("id"));
        Assert.Equal(["owner"], (await server.Send("GET", organization + "/members")).Items("user"));

        async Task<string[]> Names(string query) => (await server.Send("GET", organization + "/api_keys" + query)).ShouldBe(200).Items("name");
    }

    [Fact]
    public async Task A_service_account_is_changed_by_merge_patch_and_on_condition()
    {
        var organization = await server.NewOrganization();
        var made = await New(organization, """{"name":"ci","role":"analyst","grants":{"api_keys:read":"allow"}}""");
        var path = $"{organization}/service_accounts/{made.String("service_account")}";

        var patched = (await server.Send("PATCH", path, """{"name":"other","role":"editor","grants":null}""", ("If-Match", made.ETag!))).ShouldBe(200);

        Assert.Equal(("other", "editor", "{}"), (patched.String("name"), patched.String("role"), patched.Json["grants"]!.ToJsonString()));
        (await server.Send("PATCH", path, """{"name":"x"}""", ("If-Match", made.ETag!))).ShouldBeProblem(412, "version_mismatch");
        (await server.Send("PATCH", path, """{"email":"a@acme.example"}""")).ShouldBeProblem(400, "unknown_field", "/email");
        (await server.Send("PATCH", path, """{"role":"king"}""")).ShouldBeProblem(400, "unknown_role", "/role");
        (await server.Send("PATCH", organization + "/service_accounts/ann", """{"name":"x"}""")).ShouldBeProblem(404, "service_account_not_found");
        (await server.Send("PATCH", organization + "/service_accounts/a%20b", """{"name":"x"}""")).ShouldBeProblem(400, "invalid_id");
        (await server.Send("PUT", $"{organization}/members/{made.String("service_account")}", """{"role":"admin"}""")).ShouldBeProblem(400, "reserved_id");
        (await server.Send("GET", $"{organization}/members/{made.String("service_account")}")).ShouldBeProblem(400, "reserved_id");
        (await server.Send("DELETE", path)).ShouldBe(204);
        (await server.Send("DELETE", path)).ShouldBeProblem(404, "service_account_not_found");
        (await With(made, "GET", organization)).ShouldBeProblem(401, "unauthenticated");
    }

    [Theory]
    [InlineData("""{"role":"analyst"}""", "missing_field", "/name")]
    [InlineData("""{"name":"a\nb","role":"analyst"}""", "invalid_value", "/name")]
    [InlineData("""{"name":"","role":"analyst"}""", "invalid_value", "/name")]
    [InlineData("""{"name":"ci"}""", "role_required", "/role")]
    [InlineData("""{"name":"ci","role":"king"}""", "unknown_role", "/role")]
    [InlineData("""{"name":"ci","role":"analyst","expires_in":1}""", "invalid_value", "/expires_in")]
    [InlineData("""{"name":"ci","role":"analyst","expires_in":"soon"}""", "invalid_value", "/expires_in")]
    [InlineData("""{"name":"ci","role":"analyst","grants":{"no:such":"allow"}}""", "unknown_action", "/grants/no:such")]
    [InlineData("""{"name":"ci","role":"analyst","projects":{"p":null}}""", "invalid_type", "/projects/p")]
    [InlineData("""{"name":"ci","role":"analyst","key":"mine"}""", "unknown_field", "/key")]
    [InlineData("""{"name":"ci","role":"analyst","acts_for_users":"yes"}""", "invalid_type", "/acts_for_users")]
    public async Task What_cannot_be_a_key_is_refused_with_the_place(string body, string code, string pointer)
    {
        var organization = await server.NewOrganization();
        (await server.Send("POST", organization + "/api_keys", body)).ShouldBeProblem(400, code, pointer);
        Assert.Empty((await server.Send("GET", organization + "/api_keys")).Items("id"));
    }

    private async Task<Reply> New(string organization, string body) => (await server.Send("POST", organization + "/api_keys", body)).ShouldBe(201);

    private Task<Reply> With(Reply key, string method, string path, string? body = null, params (string Name, string Value)[] headers) =>
        Call.Send(server.Http, method, path, body, [("Authorization", $"Bearer {key.String("key")}"), .. headers]);

    private static string Id(string organization) => organization.Split('/')[^1];
}
