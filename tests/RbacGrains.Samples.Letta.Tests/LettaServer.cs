using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using RbacGrains.Testing;

namespace RbacGrains.Samples.Letta.Tests;

/// <summary>The sample on a real server, with a database of its own.</summary>
public sealed class LettaServer : IAsyncLifetime, IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public LettaServer() => App = LettaApplication.Create(
    [
        "--environment", "Development", "--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default", "None",
        "--Letta:Database", $"Data Source={_directory.File("letta.db")}",
    ]);

    public WebApplication App { get; }

    public HttpClient Http { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    public static string UserOf(string role) => $"{role}@acme.example";

    public async Task InitializeAsync()
    {
        await App.StartAsync();
        Http.BaseAddress = new Uri(App.Urls.First());
    }

    /// <summary>Sends a request as the member who has a role; null for nobody.</summary>
    public async Task<HttpResponseMessage> Send(string? role, string method, string path, object? body = null, string? accept = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (role is not null) request.Headers.Add("Letta-User", UserOf(role));
        if (accept is not null) request.Headers.Add("Accept", accept);
        if (body is not null) request.Content = JsonContent.Create(body);
        return await Http.SendAsync(request);
    }

    /// <summary>A page as the member who has a role sees it.</summary>
    public async Task<string> Page(string role, string path)
    {
        using var answer = await Send(role, "GET", path, accept: "text/html");
        Assert.Equal(200, (int)answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Makes something as an admin.</summary>
    /// <returns>The answer.</returns>
    public async Task<JsonElement> Make(string method, string path, object body)
    {
        using var answer = await Send("admin", method, path, body);
        Assert.True(answer.IsSuccessStatusCode, $"{method} {path}: {answer.StatusCode}");
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public async Task DisposeAsync()
    {
        await App.StopAsync();
        await App.DisposeAsync();
    }

    public void Dispose()
    {
        Http.Dispose();
        _directory.Dispose();
    }
}
