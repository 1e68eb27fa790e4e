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
    private byte[] _answer = new byte[4096];
    private readonly byte[][] _requests;
    private int _next;
    private int _read;

    private Connection(byte[][] requests, int first) => (_requests, _next) = (requests, first % requests.Length);

    /// <summary>To wait for several at once.</summary>
    public Socket Socket { get; } = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

    /// <summary>Connects, for one request.</summary>
    public static Task<Connection> Open(Uri address, string path, string body) => Open(address, [Request(address, path, CheckHost.RootKey, body)]);

    /// <summary>Connects, for several requests.</summary>
    /// <param name="address">The server.</param>
    /// <param name="requests">What is sent, over and over.</param>
    /// <param name="first">The place of the request to begin with.</param>
    public static async Task<Connection> Open(Uri address, byte[][] requests, int first = 0)
    {
        var connection = new Connection(requests, first);
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
        if (IsWhole(_answer.AsSpan(0, _read))) return true;
        if (_read == _answer.Length) Array.Resize(ref _answer, 2 * _read);
        return false;
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
        var place = head.IndexOf("Content-Length: "u8);
        // A long answer comes in chunks.
        if (place < 0) return answer.EndsWith("\r\n0\r\n\r\n"u8);
        var length = head[(place + "Content-Length: ".Length)..];
        var line = length.IndexOf((byte)'\r');
        return answer.Length == end + 4 + int.Parse(line < 0 ? length : length[..line], CultureInfo.InvariantCulture);
    }
}
