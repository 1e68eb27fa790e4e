using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Serialization.Metadata;

namespace RbacGrains.Client;

/// <summary>Leases over HTTP: what is to be dropped comes as server-sent events, everything else is asked for.</summary>
/// <param name="http">
/// Reaches the service: its base address is the service's, with a slash at the end, and its time-out must not be shorter than a lease. It stays the
/// caller's.
/// </param>
/// <param name="key">A key of the service. One that is bound to an organization holds that organization's alone.</param>
public sealed class HttpLeaseSource(HttpClient http, string key) : ILeaseSource
{
    private const string Events = "text/event-stream";

    /// <inheritdoc/>
    public async ValueTask<Result<ILeaseConnection>> Connect(ILeaseHolder holder, CancellationToken cancellationToken)
    {
        using var request = Request(HttpMethod.Get, "v1/leases", Events);
        var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        try
        {
            if (!response.IsSuccessStatusCode)
            {
                var refused = await ReadError(response, cancellationToken);
                response.Dispose();
                return refused;
            }
            return await HttpLeaseConnection.Begin(this, response, holder, cancellationToken);
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask<AuthorizationModel?> FindModel(string name, int version, CancellationToken cancellationToken)
    {
        using var request = Request(HttpMethod.Get, $"v1/models/{Uri.EscapeDataString(name)}", "application/yaml");
        using var response = await http.SendAsync(request, cancellationToken);
        if (response.StatusCode == HttpStatusCode.NotFound) return null;
        response.EnsureSuccessStatusCode();
        var reading = ModelReader.Read(await response.Content.ReadAsStringAsync(cancellationToken));
        return reading.Model is { } model && model.Name == name && model.Version == version ? model : null;
    }

    /// <summary>Asks, and reads the answer.</summary>
    internal async ValueTask<Result<T>> Ask<T, TBody>(
        string path, TBody body, JsonTypeInfo<TBody> bodyType, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        using var request = Request(HttpMethod.Post, path, "application/json");
        request.Content = JsonContent.Create(body, bodyType);
        // With its length: a body in pieces is refused by some proxies.
        await request.Content.LoadIntoBufferAsync(cancellationToken);
        using var response = await http.SendAsync(request, cancellationToken);
        if (!response.IsSuccessStatusCode) return await ReadError(response, cancellationToken);
        return await response.Content.ReadFromJsonAsync(type, cancellationToken)
            ?? throw new InvalidDataException($"The service answered {path} with nothing.");
    }

    /// <summary>Ends a session.</summary>
    internal async ValueTask Delete(string path, CancellationToken cancellationToken)
    {
        using var request = Request(HttpMethod.Delete, path, "application/json");
        using var response = await http.SendAsync(request, cancellationToken);
    }

    private static async ValueTask<Error> ReadError(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        // Without a code of the service's own it is whatever stands between that has answered, with a page as a rule.
        if (await HttpProblem.Read(body, cancellationToken) is not { } problem || response.StatusCode is HttpStatusCode.InternalServerError)
            throw new HttpRequestException($"The service answered {(int)response.StatusCode}.", null, response.StatusCode);
        // Unlike for a call, a key that the service does not know is a refusal here: what is held under it ends at once.
        var kind = (int)response.StatusCode switch
        {
            404 => ErrorKind.NotFound,
            401 or 403 => ErrorKind.Denied,
            429 or >= 500 => ErrorKind.Unavailable,
            _ => ErrorKind.Invalid,
        };
        return new Error(kind, problem.Code, problem.Detail ?? "");
    }

    private HttpRequestMessage Request(HttpMethod method, string path, string accept)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        request.Headers.Accept.ParseAdd(accept);
        return request;
    }
}
