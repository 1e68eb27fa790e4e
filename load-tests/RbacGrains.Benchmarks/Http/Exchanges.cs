using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace RbacGrains.Benchmarks;

/// <summary>
/// One HTTP/1.1 connection that sends several requests in turn, whose answers may be long. As <see cref="Connection"/> it finds out no more
/// than where an answer ends.
/// </summary>
internal sealed class Exchanges : IDisposable
{
    private const int MostBytes = 512 * 1024;

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _answer = new byte[MostBytes];
    private readonly byte[][] _requests;
    private int _next;

    private Exchanges(byte[][] requests, int first) => (_requests, _next) = (requests, first);

    /// <summary>Requests with these bodies, ready to be sent.</summary>
    public static byte[][] Prepare(Uri address, string path, IEnumerable<string> bodies) =>
    [
        .. bodies.Select(body => Encoding.UTF8.GetBytes(
            $"POST {path} HTTP/1.1\r\nHost: {address.Authority}\r\nAuthorization: Bearer {CheckHost.RootKey}\r\n"
            + $"Content-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}")),
    ];

    /// <summary>Connects.</summary>
    /// <param name="address">The server.</param>
    /// <param name="requests">What is sent, over and over.</param>
    /// <param name="first">The place of the request to begin with.</param>
    public static async Task<Exchanges> Open(Uri address, byte[][] requests, int first)
    {
        var exchanges = new Exchanges(requests, first % requests.Length);
        await exchanges._socket.ConnectAsync(address.Host, address.Port);
        return exchanges;
    }

    /// <summary>Sends the next request, and reads its answer to the end.</summary>
    public async Task Next()
    {
        await _socket.SendAsync(_requests[_next]);
        _next = (_next + 1) % _requests.Length;
        for (int read = 0, whole = 0; ;)
        {
            var received = await _socket.ReceiveAsync(_answer.AsMemory(read));
            if (received == 0) throw new IOException("The server has closed the connection.");
            read += received;
            if (whole == 0) whole = Length(_answer.AsSpan(0, read));
            if (read == whole || (whole < 0 && _answer.AsSpan(0, read).EndsWith("\r\n0\r\n\r\n"u8))) return;
        }
    }

    public void Dispose() => _socket.Dispose();

    // How many bytes the answer has, 0 before its head is there; -1 where it comes in chunks.
    private static int Length(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0) return 0;
        if (!answer.StartsWith("HTTP/1.1 200"u8)) throw new IOException($"The server answered: {Encoding.UTF8.GetString(answer)}");
        var head = answer[..end];
        var place = head.IndexOf("Content-Length: "u8);
        if (place < 0) return -1;
        var length = head[(place + "Content-Length: ".Length)..];
        var line = length.IndexOf((byte)'\r');
        return end + 4 + int.Parse(line < 0 ? length : length[..line], CultureInfo.InvariantCulture);
    }
}
