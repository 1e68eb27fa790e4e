using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace RbacGrains.AdminConsole.Tests;

/// <summary>One program and one browser for the test classes of a collection. Nothing is started where there is no browser.</summary>
public sealed class ConsoleFixture : IAsyncLifetime, IDisposable
{
    // A machine that does other things beside is slow at times, and no page is judged by that.
    private const float PatienceMilliseconds = 15_000;

    private DemoProgram? _program;
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private HttpClient? _http;
    private readonly Func<string, Task>? _fill;

    /// <summary>A program with nothing but its demo.</summary>
    public ConsoleFixture()
    {
    }

    /// <summary>A program whose database is filled before it starts.</summary>
    /// <param name="fill">Fills it, by its connection string.</param>
    internal ConsoleFixture(Func<string, Task> fill) => _fill = fill;

    /// <summary>Where the program serves.</summary>
    public Uri Address => _program!.Address;

    /// <summary>The API, with the key that may do everything.</summary>
    public HttpClient Api => _http!;

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        if (Browsers.Missing is not null) return;
        _program = await DemoProgram.Start(_fill);
        _http = new HttpClient { BaseAddress = _program.Address };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", DemoProgram.RootKey);
        Assertions.SetDefaultExpectTimeout(PatienceMilliseconds);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Places.Chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
        });
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _playwright?.Dispose();
        _http?.Dispose();
        _program?.Dispose();
    }

    /// <summary>Asks or changes something through the API, as the service.</summary>
    /// <returns>The answer's JSON.</returns>
    public async Task<System.Text.Json.JsonElement> Send(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        using var answer = await Api.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return text.Length == 0 ? default : System.Text.Json.JsonDocument.Parse(text).RootElement;
    }

    /// <summary>Makes a change through the API, as the service.</summary>
    public async Task Put(string path, object body)
    {
        using var answer = await Api.PutAsJsonAsync(new Uri(path, UriKind.Relative), body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Lets a person who has signed in use the console, in a browser of their own.</summary>
    /// <param name="user">Who.</param>
    /// <param name="use">What they do.</param>
    /// <param name="options">How their browser is.</param>
    /// <remarks>
    /// The test fails on an error in the page's console, a request that fails, and an answer that is a failure of the server. A trace and a
    /// screenshot of a failed visit are kept under artifacts/console-failures.
    /// </remarks>
    public async Task As(string user, Func<IPage, Task> use, VisitOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(use);
        await using var visit = await Visit.Begin(_browser!, Address, options ?? new VisitOptions());
        await visit.SignIn(user);
        await visit.Run(use);
    }
}

/// <summary>The test classes that share a program and a browser.</summary>
[CollectionDefinition(Name)]
public sealed class ConsoleCollection : ICollectionFixture<ConsoleFixture>
{
    /// <summary>Its name.</summary>
    public const string Name = "console";
}
