using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace RbacGrains.Api.Tests;

/// <summary>A browser as far as signing in needs one: cookies, redirects one at a time, forms, and what it says of where a request comes from.</summary>
public sealed partial class Browser(string origin) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    public CookieContainer Cookies { get; } = new();

    /// <summary>The session's cookie; null without one.</summary>
    public Cookie? Session => Cookies.GetCookies(new Uri(origin)).SingleOrDefault(cookie => cookie.Name.EndsWith("rbac-session", StringComparison.Ordinal));

    /// <summary>Opens a page as a person does.</summary>
    public Task<Reply> Open(string url, string accept = "text/html") => Send("GET", url, null, ("Accept", accept));

    /// <summary>Sends a form of a page of this service.</summary>
    public Task<Reply> Submit(string url, params (string Name, string Value)[] fields) =>
        Send("POST", url, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
            ("Accept", "text/html"), ("Sec-Fetch-Site", "same-origin"));

    /// <summary>Calls the API as a page of this service does.</summary>
    public Task<Reply> Fetch(string method, string path, string? json = null) => Send(
        method, path, json is null ? null : new StringContent(json, MediaTypeHeaderValue.Parse("application/json")), ("Sec-Fetch-Site", "same-origin"));

    public async Task<Reply> Send(string method, string url, HttpContent? body, params (string Name, string Value)[] headers)
    {
        var target = new Uri(new Uri(origin), url);
        using var request = new HttpRequestMessage(new HttpMethod(method), target) { Content = body };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        if (Cookies.GetCookieHeader(target) is { Length: > 0 } cookies) request.Headers.TryAddWithoutValidation("Cookie", cookies);
        using var response = await _http.SendAsync(request);
        if (response.Headers.TryGetValues("Set-Cookie", out var set))
            foreach (var cookie in set) Cookies.SetCookies(target, cookie);
        return new Reply(
            (int)response.StatusCode,
            await response.Content.ReadAsStringAsync(),
            response.Headers.Concat(response.Content.Headers).ToDictionary(
                header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Begins a sign-in, and logs in and consents at the provider.</summary>
    /// <returns>Where the provider sends the browser back to, not yet opened.</returns>
    public async Task<string> SignInAtProvider(string user, string back = "/v1/me")
    {
        var begun = (await Open($"/signin?return={Uri.EscapeDataString(back)}")).ShouldBe(302);
        var url = begun.Headers["Location"];
        for (var steps = 0; steps < 12; steps++)
        {
            if (url.StartsWith(origin, StringComparison.Ordinal)) return url;
            var page = await Open(url);
            if (page.Status is 302 or 303) url = new Uri(new Uri(url), page.Headers["Location"]).ToString();
            else if (Form().Match(page.Text) is { Success: true } form) url = await Answer(new Uri(new Uri(url), form.Groups[1].Value), page.Text, user);
            else break;
        }

        Assert.Fail($"The provider did not send the browser back; it stopped at {url}.");
        return "";
    }

    /// <summary>Signs in as somebody.</summary>
    public async Task SignIn(string user)
    {
        var callback = await SignInAtProvider(user);
        Assert.Equal("/v1/me", (await Open(callback)).ShouldBe(302).Headers["Location"]);
    }

    public void Dispose() => _http.Dispose();

    private async Task<string> Answer(Uri action, string page, string user)
    {
        var fields = page.Contains("value=\"login\"", StringComparison.Ordinal)
            ? new[] { ("prompt", "login"), ("login", user), ("password", "any") }
            : [("prompt", "consent")];
        var answered = await Submit(action.ToString(), fields);
        return new Uri(action, answered.Headers["Location"]).ToString();
    }

    [GeneratedRegex("<form[^>]*action=\"([^\"]+)\"")]
    private static partial Regex Form();
}
