using System.Text.Json.Nodes;

namespace RbacGrains.Cli;

/// <summary>Asks the server, and turns whatever is no answer into a <see cref="CliException"/>.</summary>
internal sealed class ServerClient(ServerConnection connection, HttpMessageHandler network) : IDisposable
{
    private readonly HttpClient _http = new(network);

    /// <summary>Reads something.</summary>
    public Task<ServerAnswer> Get(ApiPath path, CancellationToken cancellationToken) =>
        Send(new ServerRequest(HttpMethod.Get, path), cancellationToken);

    /// <summary>Asks something that takes a body.</summary>
    public Task<ServerAnswer> Ask(ApiPath path, JsonObject body, CancellationToken cancellationToken) =>
        Send(new ServerRequest(HttpMethod.Post, path, body), cancellationToken);

    /// <summary>Sends a request.</summary>
    /// <exception cref="CliException">The server cannot be reached, refuses, or answers what cannot be understood.</exception>
    public async Task<ServerAnswer> Send(ServerRequest request, CancellationToken cancellationToken)
    {
        try
        {
            using var message = request.ToMessage(connection);
            using var response = await _http.SendAsync(message, cancellationToken);
            var text = await response.Content.ReadAsStringAsync(cancellationToken);
            return response.IsSuccessStatusCode ? new ServerAnswer(text) : throw ServerProblem.Read(response, text);
        }
        catch (HttpRequestException failure)
        {
            throw CliErrors.Unreachable(connection.Server, failure.GetBaseException().Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw CliErrors.TimedOut(connection.Server, _http.Timeout);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();
}
