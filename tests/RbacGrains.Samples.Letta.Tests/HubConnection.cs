using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace RbacGrains.Samples.Letta.Tests;

/// <summary>A SignalR connection over WebSockets, as far as the tests need one: the JSON protocol with one call at a time.</summary>
internal sealed class HubConnection : IAsyncDisposable
{
    private const char End = '\u001e';

    private readonly ClientWebSocket _socket = new();
    private readonly StringBuilder _received = new();

    public static async Task<HubConnection> Open(Uri server, string path, string user)
    {
        var connection = new HubConnection();
        connection._socket.Options.SetRequestHeader("Letta-User", user);
        await connection._socket.ConnectAsync(new UriBuilder(new Uri(server, path)) { Scheme = "ws" }.Uri, CancellationToken.None);
        await connection.Send("""{"protocol":"json","version":1}""");
        Assert.Equal("{}", await connection.Receive());
        return connection;
    }

    /// <summary>Calls a method.</summary>
    /// <returns>The completion: <c>result</c> or <c>error</c>.</returns>
    public async Task<JsonElement> Call(string method, params object[] arguments)
    {
        await Send(JsonSerializer.Serialize(new { type = 1, invocationId = "1", target = method, arguments }));
        while (true)
        {
            var message = JsonDocument.Parse(await Receive()).RootElement;
            if (message.GetProperty("type").GetInt32() == 3) return message;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_socket.State == WebSocketState.Open)
            await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        _socket.Dispose();
    }

    private Task Send(string message) =>
        _socket.SendAsync(Encoding.UTF8.GetBytes(message + End), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    private async Task<string> Receive()
    {
        var buffer = new byte[4096];
        while (!_received.ToString().Contains(End, StringComparison.Ordinal))
        {
            var part = await _socket.ReceiveAsync(buffer, CancellationToken.None);
            Assert.NotEqual(WebSocketMessageType.Close, part.MessageType);
            _received.Append(Encoding.UTF8.GetString(buffer, 0, part.Count));
        }

        var all = _received.ToString();
        var end = all.IndexOf(End, StringComparison.Ordinal);
        _received.Remove(0, end + 1);
        return all[..end];
    }
}
