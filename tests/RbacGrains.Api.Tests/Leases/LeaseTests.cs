using System.Text.Json;
using RbacGrains.Model;

namespace RbacGrains.Api.Tests;

public sealed class LeaseTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task A_session_holds_what_it_asks_for_and_a_change_waits_until_it_has_dropped_that()
    {
        var organization = (await server.NewOrganization()).Split('/')[^1];
        using var stream = await Stream.Open(server);
        var acquired = Parsed(await server.Send("POST", $"/v1/leases/{stream.Session}/acquire",
            $$"""{"sequence":1,"accesses":[{"user":"owner","organization":"{{organization}}"},{"user":"nobody","organization":"{{organization}}"}],"policies":["{{organization}}","nowhere"]}"""));
        Assert.Equal("admin", acquired.GetProperty("accesses")[0].GetProperty("access").GetProperty("role").GetString());
        Assert.False(acquired.GetProperty("accesses")[1].TryGetProperty("access", out _));
        Assert.Equal("letta", acquired.GetProperty("policies")[0].GetProperty("policy").GetProperty("model").GetString());
        Assert.Equal("organization_not_found", acquired.GetProperty("policies")[1].GetProperty("error").GetProperty("code").GetString());

        var change = server.Send("PUT", $"/v1/organizations/{organization}/members/nobody", """{"role":"editor"}""");
        var drop = await stream.Next("drop");
        Assert.Equal(("nobody", 1), (drop.GetProperty("users")[0].GetString(), drop.GetProperty("number").GetInt64()));
        Assert.False(change.IsCompleted);
        (await server.Send("POST", $"/v1/leases/{stream.Session}/renew", """{"acknowledged":1}""")).ShouldBe(200);

        (await change).ShouldBe(201);
    }

    [Fact]
    public async Task A_policy_brings_the_organizations_own_roles()
    {
        var organization = (await server.NewOrganization()).Split('/')[^1];
        (await server.Send(
            "PUT",
            $"/v1/organizations/{organization}/roles/support",
            """{"title":"Support","based_on":"analyst","grants":{"agents:message":"none"},"plans":["free"]}""")).ShouldBe(201);
        using var stream = await Stream.Open(server);

        var acquired = Parsed(await server.Send(
            "POST", $"/v1/leases/{stream.Session}/acquire", $$"""{"sequence":1,"policies":["{{organization}}"]}"""));

        Assert.Equal(
            """[{"id":"support","based_on":"analyst","grants":{"agents:message":"none"},"plans":["free"]}]""",
            acquired.GetProperty("policies")[0].GetProperty("policy").GetProperty("custom_roles").GetRawText());
    }

    [Fact]
    public async Task A_session_that_was_ended_is_not_waited_for_and_is_no_more()
    {
        var organization = (await server.NewOrganization()).Split('/')[^1];
        using var stream = await Stream.Open(server);
        (await server.Send("POST", $"/v1/leases/{stream.Session}/acquire",
            $$"""{"sequence":1,"accesses":[{"user":"alice","organization":"{{organization}}"}]}""")).ShouldBe(200);

        (await server.Send("DELETE", $"/v1/leases/{stream.Session}")).ShouldBe(204);

        (await server.Send("PUT", $"/v1/organizations/{organization}/members/alice", """{"role":"editor"}""")).ShouldBe(201);
        (await server.Send("POST", $"/v1/leases/{stream.Session}/renew", """{"acknowledged":0}""")).ShouldBeProblem(404, "lease_ended");
    }

    [Fact]
    public async Task A_session_is_its_callers_own()
    {
        using var stream = await Stream.Open(server);
        (await server.SendAs("owner", "POST", $"/v1/leases/{stream.Session}/renew", """{"acknowledged":0}""")).ShouldBeProblem(404, "lease_ended");
        (await server.Send("POST", $"/v1/leases/{stream.Session}/renew", """{"acknowledged":0}""")).ShouldBe(200);
    }

    [Fact]
    public async Task Who_acts_for_a_user_is_given_nothing_of_an_organization_that_the_user_may_not_read()
    {
        var organization = (await server.NewOrganization()).Split('/')[^1];
        using var stream = await Stream.Open(server, "stranger");

        var acquired = Parsed(await server.SendAs("stranger", "POST", $"/v1/leases/{stream.Session}/acquire",
            $$"""{"sequence":1,"accesses":[{"user":"owner","organization":"{{organization}}"}],"policies":["{{organization}}"]}"""));

        Assert.Equal(0, acquired.GetProperty("accesses").GetArrayLength() + acquired.GetProperty("policies").GetArrayLength());
        Assert.Equal("organization_not_found", acquired.GetProperty("refused")[0].GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("acquire", "{}", "missing_field", "/sequence")]
    [InlineData("acquire", """{"sequence":0}""", "invalid_value", "/sequence")]
    [InlineData("acquire", """{"sequence":1,"accesses":[null]}""", "invalid_type", "/accesses/0")]
    [InlineData("acquire", """{"sequence":1,"accesses":[{"user":"a b","organization":"o"}]}""", "invalid_id", "/accesses/0/user")]
    [InlineData("acquire", """{"sequence":1,"accesses":[{"user":"a","organization":".."}]}""", "invalid_id", "/accesses/0/organization")]
    [InlineData("acquire", """{"sequence":1,"policies":["o",""]}""", "invalid_id", "/policies/1")]
    [InlineData("acquire", """{"sequence":1,"policies":[null]}""", "invalid_type", "/policies/0")]
    [InlineData("acquire", """{"sequence":1,"sequence":2}""", "duplicate_field", "/sequence")]
    [InlineData("renew", "{}", "missing_field", "/acknowledged")]
    [InlineData("renew", """{"acknowledged":-1}""", "invalid_value", "/acknowledged")]
    [InlineData("renew", """{"acknowledged":99}""", "invalid_value", "/acknowledged")]
    [InlineData("renew", """{"acknowledged":0,"released":{"as_of":1,"users":[null]}}""", "invalid_type", "/released/users/0")]
    public async Task What_means_nothing_is_refused(string call, string body, string code, string pointer)
    {
        using var stream = await Stream.Open(server);
        (await server.Send("POST", $"/v1/leases/{stream.Session}/{call}", body)).ShouldBeProblem(400, code, pointer);
    }

    [Fact]
    public async Task Nothing_is_had_without_a_key_nor_of_a_session_that_is_not_there()
    {
        (await Call.Send(server.Http, "GET", "/v1/leases", null, [])).ShouldBeProblem(401, "unauthenticated");
        (await Call.Send(server.Http, "POST", "/v1/leases/x/renew", """{"acknowledged":0}""", [])).ShouldBeProblem(401, "unauthenticated");
        (await server.Send("POST", "/v1/leases/x/acquire", """{"sequence":1}""")).ShouldBeProblem(404, "lease_ended");
        (await server.Send("DELETE", "/v1/leases/x")).ShouldBe(204);
    }

    [Fact]
    public async Task A_models_document_is_read_again_as_the_same_model()
    {
        var reply = (await server.Send("GET", "/v1/models/agent-studio?format=yaml")).ShouldBe(200);

        Assert.Equal("application/yaml", reply.MediaType);
        var (read, own) = (ModelReader.Read(reply.Text).Model!, ShippedModels.Load().Find("agent-studio")!);
        Assert.Equal(ModelJson.Of(own).ToJsonString(), ModelJson.Of(read).ToJsonString());
    }

    private static JsonElement Parsed(Reply reply) => JsonDocument.Parse(reply.ShouldBe(200).Text).RootElement;

    /// <summary>A session's stream.</summary>
    private sealed class Stream(HttpResponseMessage response, StreamReader lines) : IDisposable
    {
        public string Session { get; private set; } = "";

        public static async Task<Stream> Open(ApiServer server, string? actor = null)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/leases");
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {ApiServer.RootKey}");
            if (actor is not null) request.Headers.Add("Rbac-Actor", actor);
            var response = await server.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
            var stream = new Stream(response, new StreamReader(await response.Content.ReadAsStreamAsync()));
            stream.Session = (await stream.Next("session")).GetProperty("session").GetString()!;
            return stream;
        }

        public async Task<JsonElement> Next(string kind)
        {
            while (await lines.ReadLineAsync() is { } line)
            {
                if (line != $"event: {kind}") continue;
                return JsonDocument.Parse((await lines.ReadLineAsync())!["data: ".Length..]).RootElement;
            }
            throw new EndOfStreamException($"The stream ended before '{kind}'.");
        }

        public void Dispose()
        {
            lines.Dispose();
            response.Dispose();
        }
    }
}
