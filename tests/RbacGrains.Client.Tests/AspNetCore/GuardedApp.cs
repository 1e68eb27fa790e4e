using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace RbacGrains.Client.Tests.AspNetCore;

/// <summary>A small application on a real server, put together by a test.</summary>
internal sealed class GuardedApp : IAsyncDisposable
{
    private readonly WebApplication _app;

    private GuardedApp(WebApplication app)
    {
        _app = app;
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.First()) };
    }

    public HttpClient Http { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>Starts an application with header sign-in and these permissions.</summary>
    public static Task<GuardedApp> Start(
        IPermissions permissions, Action<WebApplication> map, Action<IServiceCollection>? add = null, Action<RbacAuthorizationOptions>? configure = null) =>
        Start(
            services =>
            {
                services.AddSingleton(permissions);
                services.AddAuthentication(HeaderSignIn.Name).AddScheme<AuthenticationSchemeOptions, HeaderSignIn>(HeaderSignIn.Name, null);
                add?.Invoke(services);
                services.AddRbacGrains(configure);
            },
            map);

    /// <summary>Starts an application.</summary>
    public static async Task<GuardedApp> Start(Action<IServiceCollection> add, Action<WebApplication> map)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        add(builder.Services);
        var app = builder.Build();
        map(app);
        await app.StartAsync();
        return new GuardedApp(app);
    }

    /// <summary>An endpoint that says who acts and where.</summary>
    public static string Where(RequestScope scope) => $"{scope.User} {scope.Organization}{(scope.Project is null ? "" : "/" + scope.Project)}";

    public async Task<Answer> Get(string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers) Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        using var response = await Http.SendAsync(request);
        return new Answer(
            (int)response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers.WwwAuthenticate.ToString(), response.Headers.Location?.ToString());
    }

    /// <summary>Sends bytes that no client would.</summary>
    /// <returns>The first line of the answer.</returns>
    public async Task<string> Raw(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(Http.BaseAddress!.Host, Http.BaseAddress.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return await reader.ReadLineAsync() ?? "";
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}

/// <summary>What came back.</summary>
internal sealed record Answer(int Status, string Body, string Challenge, string? Location)
{
    /// <summary>A field of the problem; null when it has none of that name.</summary>
    public string? this[string field]
    {
        get
        {
            using var json = JsonDocument.Parse(Body);
            return json.RootElement.TryGetProperty(field, out var value) ? value.ToString() : null;
        }
    }

    public string? Code => this["code"];
}
