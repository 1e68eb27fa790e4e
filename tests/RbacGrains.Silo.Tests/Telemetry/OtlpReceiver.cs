using System.Collections.Concurrent;
using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace RbacGrains.Silo.Tests;

/// <summary>A collector that keeps what is sent to it, by path.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, Channel<string>> _sent = new(StringComparer.Ordinal);

    private OtlpReceiver(WebApplication app) => _app = app;

    public string Url => _app.Urls.First();

    public static async Task<OtlpReceiver> Start()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new OtlpReceiver(builder.Build());
        receiver._app.MapPost("/v1/{signal}", receiver.Keep);
        await receiver._app.StartAsync();
        return receiver;
    }

    /// <summary>All that was sent to a path until each of some words was in it. The texts in Protocol Buffers are UTF-8.</summary>
    public async Task<string> Until(string path, params string[] words)
    {
        var all = new StringBuilder();
        await foreach (var message in Of(path).Reader.ReadAllAsync())
            if (words.All(all.Append(message).ToString().Contains)) break;
        return all.ToString();
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task Keep(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        Assert.Equal("application/x-protobuf", context.Request.ContentType);
        await Of(context.Request.Path).Writer.WriteAsync(Encoding.UTF8.GetString(body.ToArray()));
    }

    private Channel<string> Of(string path) => _sent.GetOrAdd(path, _ => Channel.CreateUnbounded<string>());
}
