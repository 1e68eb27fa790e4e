using System.Text.Json.Nodes;

namespace RbacGrains.Cli;

/// <summary>Reads refusals: problem details (RFC 9457) as the server sends them, or whatever stands before it does.</summary>
internal static class ServerProblem
{
    private static readonly string[] Shown = ["type", "title", "status", "instance", "detail", "code", "pointer"];

    /// <summary>The error that a refusal stands for.</summary>
    public static CliException Read(HttpResponseMessage response, string text)
    {
        if (JsonText.TryParse(text) is not JsonObject problem || TextOf(problem, "code") is not { } code)
            return OfStatus(response);
        return new CliException(code, TextOf(problem, "detail") ?? TextOf(problem, "title") ?? Status(response))
        {
            Pointer = TextOf(problem, "pointer"),
            Facts = [.. problem.Where(fact => !Shown.Contains(fact.Key))
                .Select(fact => KeyValuePair.Create(fact.Key, CellText.Of(fact.Value)))],
            Hint = code == "unauthenticated" ? "Give one with --key-file, RBAC_KEY_FILE, RBAC_KEY or --key." : null,
        };
    }

    private static CliException OfStatus(HttpResponseMessage response) => new(
        $"http_{(int)response.StatusCode}",
        response.Headers.Location is { } elsewhere
            ? $"The server answered {Status(response)} and names {elsewhere}. Give that address with --server if it is the right one."
            : $"The server answered {Status(response)}, and nothing that explains it.");

    private static string Status(HttpResponseMessage response) => $"{(int)response.StatusCode} {response.ReasonPhrase}".TrimEnd();

    private static string? TextOf(JsonObject problem, string property) =>
        problem[property] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
