using System.Collections.Concurrent;

namespace RbacGrains.AdminConsole.Tests;

/// <summary>One person's browser: its cookies, its page, and what went wrong in it.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _complaints = new();
    private readonly IBrowserContext _context;
    private readonly VisitOptions _options;
    private readonly Uri _address;
    private readonly IPage _page;

    private Visit(IBrowserContext context, IPage page, Uri address, VisitOptions options)
    {
        (_context, _page, _address, _options) = (context, page, address, options);
        page.Console += (_, message) =>
        {
            if (message.Type == "error") Complain($"The page's console: {message.Text}");
        };
        page.PageError += (_, error) => Complain($"A script of the page: {error}");
        page.RequestFailed += (_, request) => Complain($"{request.Method} {request.Url}: {request.Failure}");
        page.Response += (_, response) =>
        {
            if (response.Status >= 400) Complain($"{response.Request.Method} {response.Url}: {response.Status}");
        };
    }

    public static async Task<Visit> Begin(IBrowser browser, Uri address, VisitOptions options)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address.ToString(),
            ColorScheme = options.Dark ? ColorScheme.Dark : ColorScheme.Light,
            ViewportSize = new ViewportSize { Width = options.Width, Height = options.Height },
        });
        await context.Tracing.StartAsync(new TracingStartOptions { Screenshots = true, Snapshots = true });
        return new Visit(context, await context.NewPageAsync(), address, options);
    }

    /// <summary>Signs in as the development sign-in's page does.</summary>
    public async Task SignIn(string user)
    {
        var form = _context.APIRequest.CreateFormData();
        form.Set("id", user);
        var answer = await _context.APIRequest.PostAsync("/signin/development", new APIRequestContextOptions
        {
            Form = form,
            Headers = [KeyValuePair.Create("Origin", _address.GetLeftPart(UriPartial.Authority))],
            MaxRedirects = 0,
        });
        Assert.Equal(303, answer.Status);
    }

    /// <summary>Uses the page.</summary>
    public async Task Run(Func<IPage, Task> use)
    {
        try
        {
            await use(_page);
            Assert.Empty(_complaints);
        }
        catch
        {
            Directory.CreateDirectory(Places.Failures);
            var name = Path.Combine(Places.Failures, $"{Path.GetFileNameWithoutExtension(Path.GetRandomFileName())}");
            await _page.ScreenshotAsync(new PageScreenshotOptions { Path = name + ".png", FullPage = true });
            await _context.Tracing.StopAsync(new TracingStopOptions { Path = name + ".zip" });
            throw;
        }
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    private void Complain(string what)
    {
        if (!_options.Expected.Any(word => what.Contains(word, StringComparison.Ordinal))) _complaints.Enqueue(what);
    }
}
