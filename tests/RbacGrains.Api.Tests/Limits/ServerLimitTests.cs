using System.Net.Sockets;
using System.Text;

namespace RbacGrains.Api.Tests;

/// <summary>What the web server does not even take.</summary>
public sealed class ServerLimitTests
{
    [Fact]
    public async Task Requests_that_are_too_long_are_refused_and_told_why()
    {
        await using var program = await ServedProgram.Start(
            "--Rbac:Limits:HeaderCount", "20", "--Rbac:Limits:HeaderBytes", "8192", "--Rbac:Limits:LineBytes", "1024", "--Rbac:Limits:BodyBytes", "2048");
        Assert.Equal(431, await Status(program, $"GET /v1/me HTTP/1.1\r\nHost: x\r\n{string.Concat(Enumerable.Range(0, 21).Select(n => $"X-{n}: y\r\n"))}\r\n"));
        Assert.Equal(431, await Status(program, $"GET /v1/me HTTP/1.1\r\nHost: x\r\nX: {new string('y', 9000)}\r\n\r\n"));
        Assert.Equal(414, await Status(program, $"GET /{new string('y', 1100)} HTTP/1.1\r\nHost: x\r\n\r\n"));
        (await program.SendWithKey("POST", "/v1/check", new string(' ', 3000))).ShouldBeProblem(413, "body_too_large");
        Assert.Equal(401, await Status(program, "GET /v1/me HTTP/1.1\r\nHost: x\r\n\r\n"));
        Assert.Equal(400, await Status(program, "GET /v1/me HTTP/1.1\r\nHost: x\r\nX: a\rb\r\n\r\n"));
    }

    [Fact]
    public async Task Headers_that_do_not_come_and_connections_that_are_too_many_end()
    {
        await using var program = await ServedProgram.Start("--Rbac:Limits:HeadersTimeout", "00:00:01", "--Rbac:Limits:Connections", "2");
        using var slow = await Connect(program);
        await slow.SendAsync("GET / HTTP/1.1\r\nHo"u8.ToArray());
        using var second = await Connect(program);
        using var third = await Connect(program);
        Assert.Equal(0, await third.ReceiveAsync(new byte[64]));
        Assert.Contains("408", await Answer(slow), StringComparison.Ordinal);
    }

    private static async Task<int> Status(ServedProgram program, string request)
    {
        using var socket = await Connect(program);
        await socket.SendAsync(Encoding.ASCII.GetBytes(request));
        return int.Parse((await Answer(socket)).Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task<Socket> Connect(ServedProgram program)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(program.Http.BaseAddress!.Host, program.Http.BaseAddress.Port);
        return socket;
    }

    private static async Task<string> Answer(Socket socket)
    {
        var bytes = new byte[1024];
        return Encoding.ASCII.GetString(bytes, 0, await socket.ReceiveAsync(bytes));
    }
}
