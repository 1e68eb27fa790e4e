using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace RbacGrains.Crash.Tests;

/// <summary>Calls one running program. It knows nothing of the product but HTTP.</summary>
internal sealed class ApiClient : IDisposable
{
    private readonly HttpClient _http;

    public ApiClient(Uri address, string? actor = null)
    {
        _http = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(1) })
        {
            BaseAddress = address,
            Timeout = TimeSpan.FromMinutes(1),
        };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", ServerProcess.RootKey);
        if (actor is not null) _http.DefaultRequestHeaders.Add("Rbac-Actor", actor);
    }

    /// <summary>Sends a change; null when the program died before it answered.</summary>
    public async Task<Answer?> Send(Change change)
    {
        using var request = new HttpRequestMessage(change.Method, new Uri(change.Path, UriKind.Relative));
        if (change.Body is not null) request.Content = new StringContent(change.Body, Encoding.UTF8, "application/json");
        request.Headers.Add("Rbac-Reason", change.Id);
        if (change.Key is not null) request.Headers.Add("Idempotency-Key", change.Key);
        try
        {
            using var response = await _http.SendAsync(request);
            return await Answer.Of(response);
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>Sends a request as it is.</summary>
    public Task<HttpResponseMessage> Send(HttpRequestMessage request) => _http.SendAsync(request);

    /// <summary>A resource; null where there is none.</summary>
    public async Task<JsonElement?> Find(string path)
    {
        using var response = await _http.GetAsync(new Uri(path, UriKind.Relative));
        if (response.StatusCode == System.Net.HttpStatusCode.NotFound) return null;
        var answer = await Answer.Of(response);
        Assert.True(answer.IsSuccess, $"GET {path} answered {answer}");
        return answer.Json;
    }

    /// <summary>A list, all pages of it.</summary>
    public async Task<List<JsonElement>> List(string path, int pageSize)
    {
        var items = new List<JsonElement>();
        var separator = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        for (var token = ""; ;)
        {
            var page = await Find($"{path}{separator}page_size={pageSize}&page_token={token}");
            Assert.NotNull(page);
            items.AddRange(page.Value.GetProperty("items").EnumerateArray());
            token = page.Value.Text("next_page_token")!;
            if (token.Length == 0) return items;
        }
    }

    /// <summary>Whether a user may do something.</summary>
    public async Task<bool> Check(string organization, string user, string action)
    {
        using var response = await _http.PostAsync(new Uri("/v1/check", UriKind.Relative), new StringContent(
            $$"""{"organization":"{{organization}}","user":"{{user}}","action":"{{action}}"}""", Encoding.UTF8, "application/json"));
        var answer = await Answer.Of(response);
        Assert.True(answer.IsSuccess, $"The check answered {answer}");
        return answer.Json.GetProperty("allowed").GetBoolean();
    }

    public void Dispose() => _http.Dispose();
}
