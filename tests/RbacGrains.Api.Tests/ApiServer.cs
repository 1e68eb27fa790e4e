using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RbacGrains.Embedded;
using RbacGrains.Model;
using RbacGrains.Storage;
using RbacGrains.Testing;

namespace RbacGrains.Api.Tests;

/// <summary>The API on a real server and an SQLite file of its own, for the tests of one class.</summary>
public sealed class ApiServer : IAsyncLifetime, IDisposable
{
    public const string RootKey = "a-root-key-for-tests";

    private readonly TemporaryDirectory _directory = new();
    private readonly WebApplication _app;
    private int _made;

    public ApiServer()
        : this(ShippedModels.Load(), certificate: null)
    {
    }

    /// <summary>A server with other models, over TLS when it has a certificate.</summary>
    internal ApiServer(ModelCatalog models, X509Certificate2? certificate, Action<RbacApiOptions>? configure = null)
    {
        Http = new HttpClient(new SocketsHttpHandler
        {
            RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8,
            SslOptions = { RemoteCertificateValidationCallback = (_, presented, _, _) => certificate is not null && certificate.Equals(presented) },
        });
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(Log);
        if (certificate is null) builder.WebHost.UseUrls("http://127.0.0.1:0");
        else builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(
            kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddRbacEmbedded(_ => new EmbeddedOptions
        {
            Models = models,
            Storage = new StorageOptions
            {
                Provider = StorageProvider.Sqlite,
                ConnectionString = $"Data Source={Path.Combine(_directory.Path, "test.db")}",
            },
        });
        builder.Services.AddRbacApi(options =>
        {
            options.RootKey = RootKey;
            configure?.Invoke(options);
        });
        _app = builder.Build().MapRbacApi();
    }

    public MovableClock Clock { get; } = new();

    public LogRecorder Log { get; } = new();

    /// <summary>Every endpoint that is mapped, documented or not.</summary>
    public IEnumerable<RouteEndpoint> Endpoints =>
        ((IEndpointRouteBuilder)_app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>();

    public HttpClient Http { get; }

    public async Task InitializeAsync()
    {
        await _app.StartAsync();
        Http.BaseAddress = new Uri(_app.Urls.First());
    }

    /// <summary>A call with the root key.</summary>
    public Task<Reply> Send(string method, string path, string? body = null, params (string Name, string Value)[] headers) =>
        Call.Send(Http, method, path, body, [("Authorization", $"Bearer {RootKey}"), .. headers]);

    /// <summary>A call on behalf of a user.</summary>
    public Task<Reply> SendAs(string user, string method, string path, string? body = null) =>
        Send(method, path, body, ("Rbac-Actor", user));

    /// <summary>A new organization with the admin <c>owner</c>.</summary>
    /// <returns>Its path.</returns>
    public async Task<string> NewOrganization(string model = "letta", string plan = "enterprise")
    {
        var path = $"/v1/organizations/{model}-{Interlocked.Increment(ref _made)}";
        var created = await Send("PUT", path, $$"""{"name":"Test","model":"{{model}}","plan":"{{plan}}","owner":"owner"}""");
        Assert.Equal(201, created.Status);
        return path;
    }

    public async Task DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    public void Dispose()
    {
        Http.Dispose();
        Log.Dispose();
        _directory.Dispose();
    }
}
