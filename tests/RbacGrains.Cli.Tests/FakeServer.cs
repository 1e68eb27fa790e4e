using System.Net;
using System.Text;

namespace RbacGrains.Cli.Tests;

/// <summary>A server that notes what it is asked and answers what the test says, in that order.</summary>
internal sealed class FakeServer : HttpMessageHandler
{
    private readonly Queue<Func<HttpResponseMessage>> _answers = new();

    /// <summary>What was asked.</summary>
    public List<SentRequest> Requests { get; } = [];

    /// <summary>Answers the next request with JSON.</summary>
    public FakeServer Answers(string json, HttpStatusCode status = HttpStatusCode.OK)
    {
        _answers.Enqueue(() => new HttpResponseMessage(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") });
        return this;
    }

    /// <summary>Fails the next request.</summary>
    public FakeServer Fails(Exception failure)
    {
        _answers.Enqueue(() => throw failure);
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Requests.Add(new SentRequest(
            $"{request.Method} {request.RequestUri!.AbsoluteUri}",
            request.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value)),
            request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken)));
        return _answers.Dequeue()();
    }
}
