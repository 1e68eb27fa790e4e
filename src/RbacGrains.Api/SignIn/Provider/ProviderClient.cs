using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace RbacGrains.Api;

/// <summary>Talks to the provider, machine to machine.</summary>
internal sealed class ProviderClient(ProviderSettings settings) : IDisposable
{
    private const int MostBytes = 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    // A provider does not send its clients elsewhere; whoever does is not the provider.
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = Patience,
        MaxResponseContentBufferSize = MostBytes,
    };

    /// <summary>A document that anybody may read.</summary>
    /// <exception cref="SignInException">It cannot be read.</exception>
    public Task<JsonDocument> Get(Uri url, CancellationToken cancellationToken) => Send(new HttpRequestMessage(HttpMethod.Get, url), cancellationToken);

    /// <summary>What the provider says of whoever has a token.</summary>
    /// <exception cref="SignInException">It cannot be read.</exception>
    public Task<JsonDocument> GetUser(Uri url, string accessToken, CancellationToken cancellationToken) => Send(
        new HttpRequestMessage(HttpMethod.Get, url) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", accessToken) } }, cancellationToken);

    /// <summary>Exchanges a code for tokens (RFC 6749, 4.1.3; RFC 7636, 4.5).</summary>
    /// <exception cref="SignInException">The provider refuses, or cannot be reached.</exception>
    public Task<JsonDocument> Exchange(
        ProviderDocument provider, string code, string redirectUri, string verifier, CancellationToken cancellationToken)
    {
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["redirect_uri"] = redirectUri,
            ["code_verifier"] = verifier,
        };
        var request = new HttpRequestMessage(HttpMethod.Post, provider.TokenEndpoint);
        if (settings.ClientSecret is { } secret && !settings.SecretInBody && !provider.SecretInBody)
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes(
                $"{Uri.EscapeDataString(settings.ClientId)}:{Uri.EscapeDataString(secret)}")));
        else
        {
            form["client_id"] = settings.ClientId;
            if (settings.ClientSecret is not null) form["client_secret"] = settings.ClientSecret;
        }

        request.Content = new FormUrlEncodedContent(form);
        return Send(request, cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task<JsonDocument> Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var url = request.RequestUri!;
        try
        {
            using (request)
            using (var response = await _http.SendAsync(request, cancellationToken))
            {
                var status = (int)response.StatusCode;
                if (status is not (200 or 400 or 401)) throw SignInException.Unavailable($"{url} answered {status}");
                var json = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken), Strict);
                if (json.RootElement.ValueKind != JsonValueKind.Object) throw SignInException.Unavailable($"{url} answered no JSON object");
                return status == 200 ? json : throw Refusal(json, url);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException or JsonException)
        {
            throw SignInException.Unavailable($"{url} cannot be used: {failure.Message}", failure);
        }
    }

    // What is wrong with this client is its operator's to mend; the rest is this sign-in's.
    private static SignInException Refusal(JsonDocument json, Uri url)
    {
        using (json)
        {
            var error = json.RootElement.TryGetProperty("error", out var word) && word.ValueKind == JsonValueKind.String ? word.GetString()! : "";
            return error is "invalid_grant" or "access_denied" ? SignInException.ByProvider(error) : SignInException.Unavailable($"{url} refused with '{error}'");
        }
    }
}
