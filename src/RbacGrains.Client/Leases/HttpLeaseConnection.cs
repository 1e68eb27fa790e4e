using System.Net.ServerSentEvents;
using System.Text.Json;

namespace RbacGrains.Client;

/// <summary>A session over HTTP and the stream of its drops.</summary>
internal sealed class HttpLeaseConnection : ILeaseConnection, ILeaseSession
{
    private readonly HttpLeaseSource _source;
    private readonly HttpResponseMessage _response;
    private readonly IAsyncEnumerator<SseItem<EventWire?>> _events;
    private readonly ILeaseHolder _holder;
    private readonly CancellationTokenSource _closing;

    private HttpLeaseConnection(
        HttpLeaseSource source,
        HttpResponseMessage response,
        IAsyncEnumerator<SseItem<EventWire?>> events,
        ILeaseHolder holder,
        EventWire session,
        CancellationTokenSource closing)
    {
        (_source, _response, _events, _holder, _closing) = (source, response, events, holder, closing);
        (Id, Lease) = (session.Session!, TimeSpan.FromMilliseconds(session.LeaseMs));
        Closed = Listen();
    }

    /// <inheritdoc/>
    public string Id { get; }

    /// <inheritdoc/>
    public TimeSpan Lease { get; }

    /// <inheritdoc/>
    public ILeaseSession Session => this;

    /// <inheritdoc/>
    public Task Closed { get; }

    /// <summary>Reads the stream up to the session, and goes on listening to it.</summary>
    /// <exception cref="InvalidDataException">The stream does not begin with a session.</exception>
    public static async ValueTask<HttpLeaseConnection> Begin(
        HttpLeaseSource source, HttpResponseMessage response, ILeaseHolder holder, CancellationToken cancellationToken)
    {
        var closing = new CancellationTokenSource();
        await using var giveUp = cancellationToken.Register(response.Dispose);
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var events = SseParser.Create(stream, (_, data) => JsonSerializer.Deserialize(data, LeaseWireContext.Default.EventWire))
            .EnumerateAsync(closing.Token).GetAsyncEnumerator(closing.Token);
        if (!await events.MoveNextAsync() || events.Current is not { EventType: "session", Data: { Session.Length: > 0, LeaseMs: > 0 } session })
            throw new InvalidDataException("The stream of leases does not begin with a session.");
        return new HttpLeaseConnection(source, response, events, holder, session, closing);
    }

    /// <inheritdoc/>
    public async ValueTask<Result<LeaseAnswer>> Acquire(LeaseRequest request, CancellationToken cancellationToken)
    {
        var answer = await _source.Ask(
            $"v1/leases/{Id}/acquire",
            new AcquireWire(request.Sequence, request.Accesses, request.Policies),
            LeaseWireContext.Default.AcquireWire,
            LeaseWireContext.Default.LeasesWire,
            cancellationToken);
        return answer.Succeeded ? answer.Value.ToAnswer() : answer.Error;
    }

    /// <inheritdoc/>
    public async ValueTask<Result<TimeSpan>> Renew(LeaseRenewal renewal, CancellationToken cancellationToken)
    {
        var released = renewal.Released is { } given ? new ReleasedWire(given.AsOf, given.Users, given.Organizations) : null;
        var renewed = await _source.Ask(
            $"v1/leases/{Id}/renew",
            new RenewWire(renewal.Acknowledged, released),
            LeaseWireContext.Default.RenewWire,
            LeaseWireContext.Default.LeaseWire,
            cancellationToken);
        return renewed.Succeeded ? TimeSpan.FromMilliseconds(renewed.Value.LeaseMs) : renewed.Error;
    }

    /// <inheritdoc/>
    public ValueTask End() => _source.Delete($"v1/leases/{Id}", _closing.Token);

    /// <inheritdoc/>
    public ValueTask Abandon() => DisposeAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _response.Dispose();
        await Closed;
    }

    private async Task Listen()
    {
        try
        {
            while (await _events.MoveNextAsync())
                if (_events.Current is { EventType: "drop", Data: { } drop }) Drop(drop);
        }
        catch (Exception)
        {
            // However the stream ends: nothing is said on it any more.
        }
    }

    // Only the last one has the number of all: none is acknowledged before every one is dropped.
    private void Drop(EventWire drop)
    {
        var ids = (drop.Users ?? []).Select(user => (Kind: LeaseKind.User, Id: user))
            .Concat((drop.Organizations ?? []).Select(organization => (Kind: LeaseKind.Organization, Id: organization)))
            .ToList();
        for (var index = 0; index < ids.Count; index++)
            _holder.Drop(new LeaseDrop(index == ids.Count - 1 ? drop.Number : drop.Number - ids.Count, ids[index].Kind, ids[index].Id));
    }
}
