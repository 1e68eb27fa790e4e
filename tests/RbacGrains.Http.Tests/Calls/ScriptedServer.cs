using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using RbacGrains.Client;

namespace RbacGrains.Http.Tests.Calls;

/// <summary>Answers requests one after another by a script, and keeps what was asked.</summary>
internal sealed class ScriptedServer : HttpMessageHandler
{
    private readonly Queue<Func<CancellationToken, Task<HttpResponseMessage>>> _script = new();

    public List<(string Method, string Path, string Body, Dictionary<string, string> Headers)> Asked { get; } = [];

    /// <summary>A grid whose client talks to this; times are a tenth of a second, so that a test of giving up ends soon.</summary>
    public IGrid Grid(Action<HttpGridOptions>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddRbacHttpClient(options =>
        {
            options.BaseAddress = new Uri("http://localhost/base");
            options.ApiKey = "key";
            options.FirstPause = TimeSpan.FromMilliseconds(1);
            configure?.Invoke(options);
        }).ConfigurePrimaryHttpMessageHandler(() => this);
        return services.BuildServiceProvider().GetRequiredService<IGrid>();
    }

    public ScriptedServer Answers(int status, string body, string mediaType = "application/json", params (string Name, string Value)[] headers)
    {
        _script.Enqueue(_ =>
        {
            var answer = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, mediaType) };
            foreach (var (name, value) in headers) answer.Headers.TryAddWithoutValidation(name, value);
            return Task.FromResult(answer);
        });
        return this;
    }

    public ScriptedServer Refuses(int status, string code) =>
        Answers(status, $$"""{"status":{{status}},"code":"{{code}}","detail":"No."}""", "application/problem+json");

    public ScriptedServer Fails(HttpRequestError error)
    {
        _script.Enqueue(_ => throw new HttpRequestException(error));
        return this;
    }

    public ScriptedServer NeverAnswers()
    {
        _script.Enqueue(async cancellationToken =>
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException("It was to be cancelled.");
        });
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        Asked.Add((request.Method.Method, request.RequestUri!.PathAndQuery, body,
            request.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase)));
        Assert.True(_script.Count > 0, $"The script has no answer to {request.Method} {request.RequestUri.PathAndQuery}.");
        return await _script.Dequeue()(cancellationToken);
    }
}
