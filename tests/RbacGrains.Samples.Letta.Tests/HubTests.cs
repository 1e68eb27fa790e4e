using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace RbacGrains.Samples.Letta.Tests;

/// <summary>The hub of agents: who connects, and who calls which of its methods.</summary>
public sealed class HubTests(LettaServer server) : IClassFixture<LettaServer>
{
    private const string Hub = "/v1/organizations/acme/live";

    public static TheoryData<string> Roles => [.. RoleTable.Roles];

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task A_method_is_allowed_or_denied_as_the_page_says(string role)
    {
        var agent = await NewAgent();
        await using var connection = await HubConnection.Open(server.Http.BaseAddress!, Hub, LettaServer.UserOf(role));

        var told = await connection.Call("Tell", agent, "Hello");
        var renamed = await connection.Call("Rename", agent, "Grace");

        Assert.Equal(RoleTable.Has(role, "Message agents"), told.TryGetProperty("result", out _));
        Assert.Equal(RoleTable.Has(role, "Create/update/delete agents"), renamed.TryGetProperty("result", out _));
        if (role == "analyst") Assert.Contains("unauthorized", renamed.GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_of_role_is_felt_by_a_connection_that_is_open()
    {
        const string Path = "/v1/organizations/acme/users/moved@acme.example";
        var agent = await NewAgent();
        await server.Make("PUT", Path, new { role = "editor" });
        await using var connection = await HubConnection.Open(server.Http.BaseAddress!, Hub, "moved@acme.example");

        var before = await connection.Call("Rename", agent, "One");
        await server.Make("PUT", Path, new { role = "analyst" });
        var after = await connection.Call("Rename", agent, "Two");

        Assert.True(before.TryGetProperty("result", out _));
        Assert.True(after.TryGetProperty("error", out _));
    }

    [Fact]
    public async Task A_stranger_cannot_connect()
    {
        var refused = await Assert.ThrowsAsync<WebSocketException>(() => HubConnection.Open(server.Http.BaseAddress!, Hub, "stranger@acme.example"));

        Assert.Contains("404", refused.Message, StringComparison.Ordinal);
    }

    // The framework keeps no route values for this transport; the organization must be the path's all the same.
    [Theory]
    [InlineData("editor", true)]
    [InlineData("analyst", false)]
    public async Task Long_polling_is_guarded_like_every_other_transport(string role, bool mayRename)
    {
        var agent = await NewAgent();
        using var negotiated = await server.Send(role, "POST", $"{Hub}/negotiate?negotiateVersion=1");
        var id = JsonDocument.Parse(await negotiated.Content.ReadAsStringAsync()).RootElement.GetProperty("connectionToken").GetString();
        var path = $"{Hub}?id={id}";
        (await server.Send(role, "GET", path)).Dispose();
        await Post(role, path, """{"protocol":"json","version":1}""");
        await Post(role, path, JsonSerializer.Serialize(new { type = 1, invocationId = "1", target = "Rename", arguments = new[] { agent, "Polled" } }));

        var received = "";
        while (!received.Contains("\"type\":3", StringComparison.Ordinal))
        {
            using var polled = await server.Send(role, "GET", path);
            Assert.Equal(200, (int)polled.StatusCode);
            received += await polled.Content.ReadAsStringAsync();
        }

        Assert.Equal(mayRename, received.Contains("\"result\"", StringComparison.Ordinal));
        Assert.Equal(!mayRename, received.Contains("\"error\"", StringComparison.Ordinal));
    }

    private async Task<string> NewAgent() =>
        (await server.Make("POST", "/v1/organizations/acme/agents", new { name = "Ada" })).GetProperty("id").GetString()!;

    private async Task Post(string role, string path, string message)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Headers.Add("Letta-User", LettaServer.UserOf(role));
        request.Content = new StringContent(message + '\u001e', Encoding.UTF8);
        using var answer = await server.Http.SendAsync(request);
        Assert.Equal(200, (int)answer.StatusCode);
    }
}
