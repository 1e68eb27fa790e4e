using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace RbacGrains.Benchmarks;

/// <summary>
/// One HTTP/1.1 connection that sends one request over and over. It does no more than find out where an answer ends: on a
/// machine of few processors, whatever the client does is taken from the server.
/// </summary>
internal sealed class Connection : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _answer = new byte[4096];
    private readonly byte[] _request;

    private Connection(byte[] request) => _request = request;

    /// <summary>Connects.</summary>
    public static async Task<Connection> Open(Uri address, string path, string body)
    {
        var request = $"POST {path} HTTP/1.1\r\nHost: {address.Authority}\r\nAuthorization: Bearer {CheckHost.RootKey}\r\n"
            + $"Content-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}";
        var connection = new Connection(Encoding.UTF8.GetBytes(request));
        await connection._socket.ConnectAsync(address.Host, address.Port);
        return connection;
    }

    /// <summary>Sends the request, and reads its answer to the end.</summary>
    public async Task Exchange()
    {
        await _socket.SendAsync(_request);
        for (var read = 0; ;)
        {
            var received = await _socket.ReceiveAsync(_answer.AsMemory(read));
            if (received == 0) throw new IOException("The server has closed the connection.");
            read += received;
            if (IsWhole(_answer.AsSpan(0, read))) return;
        }
    }

    public void Dispose() => _socket.Dispose();

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0) return false;
        if (!answer.StartsWith("HTTP/1.1 200"u8)) throw new IOException($"The server answered: {Encoding.UTF8.GetString(answer)}");
        var head = answer[..end];
        var length = head[(head.IndexOf("Content-Length: "u8) + "Content-Length: ".Length)..];
        var line = length.IndexOf((byte)'\r');
        return answer.Length == end + 4 + int.Parse(line < 0 ? length : length[..line], CultureInfo.InvariantCulture);
    }
}
