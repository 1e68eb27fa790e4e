using System.Text;
using System.Text.Json.Nodes;

namespace RbacGrains.Cli;

/// <summary>One request to the server.</summary>
/// <param name="Method">Its method.</param>
/// <param name="Path">Its path.</param>
/// <param name="Body">What it says; null for nothing.</param>
internal sealed record ServerRequest(HttpMethod Method, ApiPath Path, JsonObject? Body = null)
{
    /// <summary>What a change may carry.</summary>
    public ChangeHeaders Change { get; init; } = ChangeHeaders.None;

    /// <summary>The same as HTTP has it.</summary>
    public HttpRequestMessage ToMessage(ServerConnection connection)
    {
        var message = new HttpRequestMessage(Method, new Uri(connection.Server, Path.Text));
        if (Body is not null) message.Content = new StringContent(Body.ToJsonString(), Encoding.UTF8, "application/json");
        Add("Accept", "application/json");
        Add("Authorization", connection.Key is null ? null : $"Bearer {connection.Key}");
        Add("Rbac-Actor", connection.Actor);
        Add("Rbac-Reason", Change.Reason);
        Add("Idempotency-Key", Change.IdempotencyKey);
        Add("If-Match", Change.IfMatch);
        return message;

        void Add(string header, string? value)
        {
            if (value is null) return;
            if (value.Any(char.IsControl)) throw CliErrors.Usage($"{header} has to be one line.");
            message.Headers.TryAddWithoutValidation(header, value);
        }
    }
}
