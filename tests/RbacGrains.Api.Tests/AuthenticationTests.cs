namespace RbacGrains.Api.Tests;

public sealed class AuthenticationTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer wrong")]
    [InlineData("Bearer a-root-key-for-test")]
    [InlineData("Bearer a-root-key-for-tests-and-more")]
    [InlineData("Basic YS1yb290LWtleS1mb3ItdGVzdHM=")]
    [InlineData("a-root-key-for-tests")]
    public async Task Without_the_key_every_call_is_401(string? authorization)
    {
        (string, string)[] headers = authorization is null ? [] : [("Authorization", authorization)];
        foreach (var (method, path) in new[]
                 {
                     ("GET", "/v1/models"), ("GET", "/v1/organizations"), ("PUT", "/v1/organizations/new"), ("POST", "/v1/check"),
                     ("POST", "/v1/check/batch"), ("POST", "/v1/explain"), ("POST", "/v1/invitations/accept"),
                     ("GET", "/v1/organizations/x/audit?nonsense=1"),
                 })
            (await Call.Send(server.Http, method, path, method == "GET" ? null : "{", headers)).ShouldBeProblem(401, "unauthenticated");
    }

    [Fact]
    public async Task A_very_long_key_is_wrong_too() =>
        (await Call.Send(server.Http, "GET", "/v1/models", null, ("Authorization", "Bearer " + new string('k', 20_000))))
            .ShouldBeProblem(401, "unauthenticated");

    [Fact]
    public async Task The_scheme_is_known_in_any_case() =>
        (await Call.Send(server.Http, "GET", "/v1/models", null, ("Authorization", $"bearer {ApiServer.RootKey}"))).ShouldBe(200);

    [Theory]
    [InlineData("not an id")]
    [InlineData("a/b")]
    [InlineData("")]
    public async Task An_actor_that_is_no_id_is_refused(string actor) =>
        (await server.SendAs(actor, "GET", "/v1/models")).ShouldBeProblem(400, "invalid_id");

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/openapi/v1.json")]
    public async Task Health_and_the_document_need_no_key(string path) =>
        (await Call.Send(server.Http, "GET", path, null)).ShouldBe(200);

    [Fact]
    public async Task Changes_and_refusals_are_logged_without_keys_tokens_or_bodies()
    {
        var organization = await server.NewOrganization();
        var token = (await server.Send("POST", organization + "/invitations", """{"email":"secret-mail@acme.example","role":"analyst"}"""))
            .String("token")!;
        await server.Send("POST", "/v1/invitations/accept", $$"""{"token":"{{token}}x","user":"ann","email":"secret-mail@acme.example"}""");
        var id = organization.Split('/')[^1];
        Assert.Contains(server.Log.Lines, line => line.Contains($"POST /v1/organizations/{{org}}/invitations in {id} answered 201 after"));
        Assert.Contains(server.Log.Lines, line => line.Contains("answered 404 invitation_token_invalid after"));
        Assert.DoesNotContain(server.Log.Lines, line =>
            line.Contains(ApiServer.RootKey) || line.Contains(token.Split('.')[1]) || line.Contains("secret-mail"));
    }
}
