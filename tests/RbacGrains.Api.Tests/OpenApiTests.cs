using System.Text.Json.Nodes;

namespace RbacGrains.Api.Tests;

public sealed class OpenApiTests(ApiServer server) : IClassFixture<ApiServer>
{
    private static readonly string[] MalformedBodies =
    [
        "", " ", "{", "}", "[", "]", "{]", "{\"", "{\"a", "{\"a\"", "{\"a\":", "{\"a\":}", "{\"a\":1", "{\"a\":1,}", "{,}", "{\"a\" 1}", "nul",
        "tru", "'a'", "{'a':1}", "{a:1}", "//", "/**/{}", "{}{}", "{} x", "[{}", "\"", "\"a\"", "1", "-", "1e", "01", "NaN", "Infinity", "true",
        "null", "[]", "[null]", "\uFEFF", "\0", "{\"\":\"\"}", "{\"\\u0000\":1}", "{\"\\ud800\":1}", "{\"__proto__\":{}}", "{\"a\":1e400}",
        "<xml/>", "a=b", "{\"a\":{\"b\":{\"c\":{}}}}", "{\"a~/b'[0].c\":1}",
    ];

    [Fact]
    public async Task Every_operation_says_what_it_does_and_how_it_refuses()
    {
        var document = await Document();
        Assert.Equal("bearer", (string?)document["components"]!["securitySchemes"]!["key"]!["scheme"]);
        foreach (var (method, path, operation) in Operations(document))
        {
            Assert.False(string.IsNullOrEmpty((string?)operation["summary"]), $"{method} {path} has no summary.");
            Assert.False(string.IsNullOrEmpty((string?)operation["operationId"]));
            if (path.StartsWith("/health", StringComparison.Ordinal)) continue;
            Assert.NotNull(operation["security"]!.AsArray().Single()!["key"]);
            var named = operation["parameters"]!.AsArray().Where(parameter => (string?)parameter!["in"] == "path")
                .Select(parameter => $"{{{parameter!["name"]}}}");
            Assert.Equal(path.Split('/').Where(part => part.StartsWith('{')), named);
            foreach (var status in new[] { "400", "401" })
                Assert.NotNull(operation["responses"]![status]!["content"]!["application/problem+json"]!["schema"]);
            Assert.Contains(operation["responses"]!.AsObject(), response => response.Key[0] == '2');
            // Whom to take into a group stands in the path.
            if (method is "PUT" or "PATCH" && !path.EndsWith("{group}/members/{user}", StringComparison.Ordinal))
                Assert.NotNull(operation["requestBody"]!["content"]!["application/json"]!["schema"]);
        }
    }

    [Fact]
    public async Task The_document_has_every_call_of_the_surface()
    {
        var calls = Operations(await Document()).Select(call => $"{call.Method} {call.Path}").ToHashSet();
        Assert.Superset(
            new HashSet<string>
            {
                "GET /v1/models", "GET /v1/models/{model}", "GET /v1/models/{model}/matrix", "GET /v1/organizations",
                "PUT /v1/organizations/{org}", "GET /v1/organizations/{org}", "PATCH /v1/organizations/{org}",
                "DELETE /v1/organizations/{org}", "GET /v1/organizations/{org}/members", "PUT /v1/organizations/{org}/members/{user}",
                "PATCH /v1/organizations/{org}/members/{user}", "DELETE /v1/organizations/{org}/members/{user}",
                "GET /v1/organizations/{org}/members/{user}", "GET /v1/organizations/{org}/members/{user}/permissions",
                "GET /v1/organizations/{org}/member_count", "POST /v1/organizations/{org}/preview", "POST /v1/check", "POST /v1/check/batch", "POST /v1/explain", "GET /v1/organizations/{org}/actions/{action}/members",
                "GET /v1/organizations/{org}/roles", "GET /v1/organizations/{org}/roles/{role}",
                "PUT /v1/organizations/{org}/roles/{role}", "DELETE /v1/organizations/{org}/roles/{role}", "GET /v1/organizations/{org}/matrix",
                "POST /v1/organizations/{org}/invitations", "GET /v1/organizations/{org}/invitations",
                "POST /v1/organizations/{org}/invitations/{invitation}/resend",
                "POST /v1/organizations/{org}/invitations/{invitation}/revoke", "POST /v1/invitations/accept",
                "POST /v1/organizations/{org}/api_keys", "GET /v1/organizations/{org}/api_keys", "GET /v1/organizations/{org}/api_keys/{key}",
                "POST /v1/organizations/{org}/api_keys/{key}/rotate", "DELETE /v1/organizations/{org}/api_keys/{key}",
                "GET /v1/organizations/{org}/service_accounts", "GET /v1/organizations/{org}/service_accounts/{account}",
                "PATCH /v1/organizations/{org}/service_accounts/{account}", "DELETE /v1/organizations/{org}/service_accounts/{account}",
                "POST /v1/invitations/decline", "POST /v1/invitations/show", "GET /v1/organizations/{org}/audit", "GET /health/live", "GET /health/ready",
            },
            calls);
    }

    [Fact]
    public async Task Schemas_describe_the_json_and_not_the_types_behind_it()
    {
        var schemas = (await Document())["components"]!["schemas"]!.AsObject();
        var patch = schemas["MemberPatchRequest"]!["properties"]!.AsObject();
        Assert.Equal(["role", "email", "grants", "clear_grants", "preset", "projects", "clear_projects", "expires_at", "suspended"], patch.Select(field => field.Key));
        Assert.DoesNotContain("is_given", schemas.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("""["organization","user","action"]""", schemas["CheckRequest"]!["required"]!.ToJsonString());
    }

    [Fact]
    public async Task No_malformed_body_gets_past_any_endpoint_or_breaks_it()
    {
        var organization = await server.NewOrganization();
        var invited = await server.Send("POST", organization + "/invitations", """{"email":"ann@acme.example","role":"analyst"}""");
        await server.Send("PUT", organization + "/members/ann", """{"role":"analyst"}""");
        var key = await server.Send("POST", organization + "/api_keys", """{"name":"ci","role":"analyst"}""");
        var before = (await server.Send("GET", organization + "/audit")).Text;
        var calls = Operations(await Document()).Where(call => call.Method is "POST" or "PUT" or "PATCH").ToList();
        Assert.True(calls.Count >= 12);
        foreach (var (method, path, operation) in calls)
        {
            var target = path.Replace("/v1/organizations/{org}", organization, StringComparison.Ordinal)
                .Replace("{user}", "ann", StringComparison.Ordinal)
                .Replace("{invitation}", invited.String("id"), StringComparison.Ordinal)
                .Replace("{key}", key.String("id"), StringComparison.Ordinal)
                .Replace("{account}", key.String("service_account"), StringComparison.Ordinal)
                .Replace("{type}/{id}", "agents/a1", StringComparison.Ordinal)
                .Replace("{session}", "none", StringComparison.Ordinal)
                .Replace("{role}", "support", StringComparison.Ordinal)
                .Replace("{group}", "team", StringComparison.Ordinal)
                .Replace("{org}", organization.Split('/')[^1], StringComparison.Ordinal);
            foreach (var body in MalformedBodies)
            {
                // Resending and revoking have nothing to read, and rotating need not: nothing at all is right for them.
                if ((bool?)operation["requestBody"]?["required"] is not true && string.IsNullOrWhiteSpace(body)) continue;
                // AuthZEN's errors are plain text unless the caller accepts problem details.
                var reply = await server.Send(method, target, body, ("Accept", "application/json, application/problem+json"));
                Assert.True(reply.Status is >= 400 and < 500, $"{method} {path} answered {reply.Status} to: {body}");
                Assert.True(reply.MediaType == "application/problem+json", $"{method} {path} answered {reply.MediaType} to: {body}");
                Assert.True(
                    reply.Code is "malformed_json" or "unknown_field" or "missing_field" or "invalid_type" or "too_deep",
                    $"{method} {path} answered {reply.Code} to: {body}");
            }
        }

        Assert.Equal(before, (await server.Send("GET", organization + "/audit")).Text);
    }

    private static IEnumerable<(string Method, string Path, JsonObject Operation)> Operations(JsonObject document) =>
        from path in document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        select (operation.Key.ToUpperInvariant(), path.Key, operation.Value!.AsObject());

    private async Task<JsonObject> Document() => (await Call.Send(server.Http, "GET", "/openapi/v1.json", null)).ShouldBe(200).Json;
}
