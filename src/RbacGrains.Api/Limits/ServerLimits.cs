using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace RbacGrains.Api;

/// <summary>What the web server takes from a connection before anything of the API sees it.</summary>
/// <param name="Connections">Connections at once. Default 10,000.</param>
/// <param name="HeaderBytes">All headers of a request, in bytes. Default 32 KiB; more is 431.</param>
/// <param name="HeaderCount">Headers of a request. Default 64; more is 431.</param>
/// <param name="LineBytes">The request line, in bytes. Default 8 KiB; more is 414.</param>
/// <param name="BodyBytes">The largest body of any request, in bytes. Default 16 MiB; more is 413.</param>
/// <param name="HeadersTimeout">How long the headers of a request may take. Default 15 s.</param>
/// <param name="KeepAlive">How long a connection may be idle. Default 2 min.</param>
/// <param name="BodyBytesPerSecond">The slowest body, in bytes a second after a grace of 5 s. Default 240; 0 for any.</param>
internal sealed record ServerLimits(
    int Connections,
    int HeaderBytes,
    int HeaderCount,
    int LineBytes,
    int BodyBytes,
    TimeSpan HeadersTimeout,
    TimeSpan KeepAlive,
    int BodyBytesPerSecond)
{
    private const int Streams = 100;
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <summary>Reads them.</summary>
    public static ServerLimits Read(SettingReader reader) => new(
        reader.Number("Limits:Connections", 10_000, 1, 1_000_000),
        reader.Number("Limits:HeaderBytes", 32 * 1024, 4 * 1024, 1024 * 1024),
        reader.Number("Limits:HeaderCount", 64, 16, 1_000),
        reader.Number("Limits:LineBytes", 8 * 1024, 1024, 1024 * 1024),
        reader.Number("Limits:BodyBytes", 16 * 1024 * 1024, 1024, 1024 * 1024 * 1024),
        reader.Duration("Limits:HeadersTimeout", TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10)),
        reader.Duration("Limits:KeepAlive", TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(1), TimeSpan.FromHours(1)),
        reader.Number("Limits:BodyBytesPerSecond", 240, 0, 1024 * 1024));

    /// <summary>Tells them to the server.</summary>
    public void ApplyTo(KestrelServerLimits limits)
    {
        limits.MaxConcurrentConnections = Connections;
        limits.MaxConcurrentUpgradedConnections = Connections;
        limits.MaxRequestHeadersTotalSize = HeaderBytes;
        limits.MaxRequestHeaderCount = HeaderCount;
        limits.MaxRequestLineSize = LineBytes;
        limits.MaxRequestBufferSize = Math.Max(LineBytes, 1024 * 1024);
        limits.MaxRequestBodySize = BodyBytes;
        limits.RequestHeadersTimeout = HeadersTimeout;
        limits.KeepAliveTimeout = KeepAlive;
        limits.MinRequestBodyDataRate = BodyBytesPerSecond == 0 ? null : new MinDataRate(BodyBytesPerSecond, Grace);
        limits.Http2.MaxStreamsPerConnection = Streams;
        limits.Http2.MaxRequestHeaderFieldSize = HeaderBytes;
    }
}
