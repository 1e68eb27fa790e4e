using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Text.Json;

namespace RbacGrains.Cluster.Testing;

/// <summary>The stream of a session of leases over HTTP.</summary>
internal sealed class LeaseEvents : IAsyncDisposable
{
    private readonly HttpClient _http;
    private readonly IAsyncEnumerator<SseItem<string>> _events;

    private LeaseEvents(HttpClient http, Stream stream) =>
        (_http, _events) = (http, SseParser.Create(stream).EnumerateAsync().GetAsyncEnumerator());

    /// <summary>Opens a session on a node.</summary>
    public static async Task<LeaseEvents> Open(Uri node)
    {
        var http = new HttpClient { BaseAddress = node, Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", ClusterProcesses.RootKey);
        return new LeaseEvents(http, await http.GetStreamAsync(new Uri("/v1/leases", UriKind.Relative)));
    }

    /// <summary>Waits for the next event of a kind.</summary>
    /// <exception cref="InvalidOperationException">The stream has ended.</exception>
    public async Task<JsonElement> Next(string kind)
    {
        while (await _events.MoveNextAsync())
            if (_events.Current.EventType == kind) return JsonDocument.Parse(_events.Current.Data).RootElement;
        throw new InvalidOperationException($"The stream of leases ended before its '{kind}'.");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _events.DisposeAsync();
        _http.Dispose();
    }
}
