using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace RbacGrains.Cli;

/// <summary>The answers to some checks, in their order.</summary>
internal sealed record BatchAnswer(string Text, ImmutableArray<(Check Check, JsonNode? Result)> Results)
{
    /// <summary>What the program's exit says of them.</summary>
    public int ExitCode =>
        Results.Any(result => ErrorOf(result.Result) is not null) ? ExitCodes.Error
        : Results.All(result => IsAllowed(result.Result)) ? ExitCodes.Success
        : ExitCodes.Denied;

    /// <summary>The answers in an answer of the server.</summary>
    public static BatchAnswer Of(Check[] checks, ServerAnswer answer)
    {
        var results = answer.Get<JsonArray>("results");
        return results.Count == checks.Length
            ? new BatchAnswer(answer.Text, [.. checks.Zip(results)])
            : throw CliErrors.MalformedAnswer($"{checks.Length} checks were asked and {results.Count} answered.");
    }

    /// <summary>Answers as the server writes them, as if they were one.</summary>
    public static string Json(IReadOnlyList<BatchAnswer> answers) => answers.Count == 1
        ? answers[0].Text
        : JsonText.Of(new JsonObject
        {
            ["results"] = new JsonArray([.. answers.SelectMany(answer => answer.Results).Select(result => result.Result?.DeepClone())]),
        });

    /// <summary>Answers as a table, a row for each check.</summary>
    public static Table Table(IReadOnlyList<BatchAnswer> answers) => new(
        ["organization", "user", "action", "project", "answer", "reason"],
        [.. answers.SelectMany(answer => answer.Results).Select(Row)]);

    private static ImmutableArray<string> Row((Check Check, JsonNode? Result) answered)
    {
        var (check, result) = answered;
        var error = ErrorOf(result);
        return
        [
            .. new[] { check.Organization, check.User, check.Action, check.Project ?? "" }.Select(CellText.Visible),
            error is not null ? "error" : IsAllowed(result) ? "allowed" : "denied",
            error is not null ? $"{CellText.Of(error["code"])}: {CellText.Of(error["message"])}" : CellText.Of((result as JsonObject)?["reason"]),
        ];
    }

    private static bool IsAllowed(JsonNode? result) => ServerAnswer.Get<bool>(result, "allowed");

    private static JsonObject? ErrorOf(JsonNode? result) => (result as JsonObject)?["error"] as JsonObject;
}
