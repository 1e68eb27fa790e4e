using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RbacGrains.Standalone;
using RbacGrains.Testing;

namespace RbacGrains.Api.Tests;

/// <summary>The standalone program as its own builder makes it, with settings of a test's, on a port and an SQLite file of its own.</summary>
public sealed class ServedProgram : IAsyncDisposable
{
    public const string RootKey = "a-root-key-for-tests";

    private readonly TemporaryDirectory _directory = new();
    private readonly WebApplication _app;

    private ServedProgram(string[] args, MovableClock? clock)
    {
        Clock = clock ?? new MovableClock();
        var builder = StandaloneBuilder.Create(
            ["--urls", "http://127.0.0.1:0", "--Rbac:Database", $"Data Source={_directory.File("test.db")}",
                // Tests that are of something else fail often.
                "--Rbac:Limits:Failures:PerMinute", "0", "--Rbac:Limits:Anonymous:PerMinute", "0", .. args]);
        builder.Logging.ClearProviders().AddProvider(Log);
        builder.Services.AddSingleton<TimeProvider>(Clock);
        var settings = StandaloneSettings.Read(builder.Configuration, _directory.Path, args);
        var serving = ServingSettings.Read(builder.Configuration, builder.Environment.IsDevelopment(), settings.Demo);
        _app = StandaloneBuilder.Build(builder, settings, serving, Model.ShippedModels.Load(), new RootKeySource(RootKey, "", ""));
    }

    public MovableClock Clock { get; }

    public LogRecorder Log { get; } = new();

    public HttpClient Http { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    public string Origin => Http.BaseAddress!.GetLeftPart(UriPartial.Authority);

    public IReadOnlyCollection<string> Urls => [.. _app.Urls];

    public static async Task<ServedProgram> Start(params string[] args) => await Start(null, args);

    public static async Task<ServedProgram> Start(MovableClock? clock, params string[] args)
    {
        var program = new ServedProgram(args, clock);
        await program._app.StartAsync();
        program.Http.BaseAddress = new Uri(program._app.Urls.First());
        return program;
    }

    /// <summary>A call with the headers of a test's only.</summary>
    public Task<Reply> Send(string method, string path, string? body = null, params (string Name, string Value)[] headers) =>
        Call.Send(Http, method, path, body, headers);

    /// <summary>A call with the root key.</summary>
    public Task<Reply> SendWithKey(string method, string path, string? body = null, params (string Name, string Value)[] headers) =>
        Send(method, path, body, [("Authorization", $"Bearer {RootKey}"), .. headers]);

    /// <summary>A new organization of the Letta model with an admin.</summary>
    public async Task NewOrganization(string id, string owner) => (await SendWithKey(
        "PUT", $"/v1/organizations/{id}", $$"""{"name":"Test","model":"letta","plan":"free","owner":"{{owner}}"}""")).ShouldBe(201);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        Log.Dispose();
        _directory.Dispose();
    }
}
