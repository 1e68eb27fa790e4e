using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace RbacGrains.Benchmarks;

/// <summary>
/// One HTTP/1.1 connection that sends its requests over and over, in turns. It does no more than find out where an answer ends: on a
/// machine of few processors, whatever the client does is taken from the server.
/// </summary>
internal sealed class Connection : IDisposable
{
    private readonly byte[] _answer = new byte[4096];
    private readonly byte[][] _requests;
    private int _next;
    private int _read;

    private Connection(byte[][] requests) => _requests = requests;

    /// <summary>To wait for several at once.</summary>
    public Socket Socket { get; } = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

    /// <summary>Connects, for one request.</summary>
    public static Task<Connection> Open(Uri address, string path, string body) => Open(address, [Request(address, path, CheckHost.RootKey, body)]);

    /// <summary>Connects, for several requests.</summary>
    public static async Task<Connection> Open(Uri address, byte[][] requests)
    {
        var connection = new Connection(requests);
        await connection.Socket.ConnectAsync(address.Host, address.Port);
        return connection;
    }

    /// <summary>A request as it goes over the wire.</summary>
    /// <param name="address">The server.</param>
    /// <param name="path">What is called.</param>
    /// <param name="key">The key to call with; null for a server that wants none.</param>
    /// <param name="body">JSON.</param>
    public static byte[] Request(Uri address, string path, string? key, string body)
    {
        var authorization = key is null ? "" : $"Authorization: Bearer {key}\r\n";
        return Encoding.UTF8.GetBytes($"POST {path} HTTP/1.1\r\nHost: {address.Authority}\r\n{authorization}"
            + $"Content-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");
    }

    /// <summary>Sends the next request, and reads its answer to the end.</summary>
    public async Task Exchange()
    {
        await Socket.SendAsync(Next());
        for (var read = 0; ;)
        {
            var received = await Socket.ReceiveAsync(_answer.AsMemory(read));
            if (received == 0) throw new IOException("The server has closed the connection.");
            read += received;
            if (IsWhole(_answer.AsSpan(0, read))) return;
        }
    }

    /// <summary>Sends the next request.</summary>
    public void Send()
    {
        _read = 0;
        Socket.Send(Next());
    }

    /// <summary>Reads what has arrived; whether the answer is whole.</summary>
    public bool Receive()
    {
        var received = Socket.Receive(_answer.AsSpan(_read));
        if (received == 0) throw new IOException("The server has closed the connection.");
        _read += received;
        return IsWhole(_answer.AsSpan(0, _read));
    }

    public void Dispose() => Socket.Dispose();

    private byte[] Next()
    {
        var request = _requests[_next];
        _next = _next + 1 < _requests.Length ? _next + 1 : 0;
        return request;
    }

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
