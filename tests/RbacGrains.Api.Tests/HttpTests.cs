using System.Net.Sockets;
using System.Text;

namespace RbacGrains.Api.Tests;

public sealed class HttpTests(ApiServer server) : IClassFixture<ApiServer>
{
    private const string Check = """{"organization":"o","user":"u","action":"a:b"}""";

    [Theory]
    [InlineData("GET", "/")]
    [InlineData("GET", "/v1")]
    [InlineData("GET", "/v1/organizations/o/nothing")]
    [InlineData("POST", "/v2/check")]
    [InlineData("GET", "/v1/organizations//members")]
    public async Task There_is_nothing_under_an_unknown_path(string method, string path) =>
        (await server.Send(method, path)).ShouldBeProblem(404, "not_found");

    [Theory]
    [InlineData("GET", "/v1/check", "POST")]
    [InlineData("POST", "/v1/organizations", "GET")]
    [InlineData("DELETE", "/v1/organizations/o/members", "GET")]
    [InlineData("BREW", "/v1/models", "GET")]
    public async Task A_wrong_method_is_told_the_right_ones(string method, string path, string allowed) =>
        Assert.Equal(allowed, (await server.Send(method, path)).ShouldBeProblem(405, "method_not_allowed").Headers["Allow"]);

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/merge-patch+json")]
    [InlineData("application/jsonp")]
    public async Task A_body_of_another_type_is_415(string contentType) =>
        (await server.Send("POST", "/v1/check", Check, ("Content-Type", contentType))).ShouldBeProblem(415, "unsupported_media_type");

    [Theory]
    [InlineData("application/json")]
    [InlineData("APPLICATION/JSON; charset=utf-8")]
    public async Task Json_is_taken_with_and_without_parameters(string contentType) =>
        (await server.Send("POST", "/v1/check", Check, ("Content-Type", contentType))).ShouldBeProblem(404, "organization_not_found");

    [Fact]
    public async Task An_oversize_body_is_413_and_a_batch_has_room()
    {
        var padding = new string(' ', 1024 * 1024);
        (await server.Send("POST", "/v1/check", Check + padding)).ShouldBeProblem(413, "body_too_large");
        (await server.Send("POST", "/v1/check/batch", $$"""{"checks":[{{Check}}]}{{padding}}""")).ShouldBe(200);
        (await server.Send("POST", "/v1/check/batch", new string(' ', 16 * 1024 * 1024 + 1))).ShouldBeProblem(413, "body_too_large");
    }

    [Fact]
    public async Task An_oversize_body_of_unknown_length_is_413_too()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/check");
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {ApiServer.RootKey}");
        request.Headers.TransferEncodingChunked = true;
        request.Content = new StringContent(Check + new string(' ', 2 * 1024 * 1024), Encoding.UTF8, "application/json");
        using var response = await server.Http.SendAsync(request);
        Assert.Equal(413, (int)response.StatusCode);
        Assert.Contains("body_too_large", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_in_chunks_is_read_whole()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/check/batch");
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {ApiServer.RootKey}");
        request.Headers.TransferEncodingChunked = true;
        request.Content = new StringContent(
            $$"""{"checks":[{{Check}}{{new string(' ', 3 * 1024 * 1024)}}]}""", Encoding.UTF8, "application/json");
        using var response = await server.Http.SendAsync(request);
        Assert.Equal(200, (int)response.StatusCode);
    }

    [Fact]
    public async Task A_body_nested_beyond_sense_is_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("""{"grants":""", 5000));
        (await server.Send("PUT", "/v1/organizations/o/members/u", deep + "{}" + new string('}', 5000))).ShouldBeProblem(400, "too_deep");
    }

    [Fact]
    public async Task Text_that_is_not_unicode_is_malformed()
    {
        (await server.Send("POST", "/v1/check", """{"organization":"\ud800","user":"u","action":"a:b"}""")).ShouldBeProblem(400, "malformed_json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/check");
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {ApiServer.RootKey}");
        request.Content = new ByteArrayContent([.. "{\"organization\":\""u8, 0xC3, 0x28, .. "\",\"user\":\"u\",\"action\":\"a:b\"}"u8]);
        request.Content.Headers.ContentType = new("application/json");
        using var response = await server.Http.SendAsync(request);
        Assert.Equal(400, (int)response.StatusCode);
        Assert.Contains("malformed_json", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_breaks_off_harms_nobody()
    {
        var address = server.Http.BaseAddress!;
        using (var socket = new TcpClient(address.Host, address.Port))
        {
            var half = $"POST /v1/check HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {ApiServer.RootKey}\r\n"
                + "Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"organ";
            await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(half));
        }

        (await server.Send("GET", "/v1/models")).ShouldBe(200);
        Assert.DoesNotContain(server.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }
}
