using System.Text.Json.Nodes;

namespace RbacGrains.Cli;

/// <summary>Asks many checks, as many at once as the server takes.</summary>
internal static class BatchCheck
{
    private const int MostAtOnce = 10_000;

    /// <summary>Runs a batch.</summary>
    /// <returns>An error when a check could not be decided, otherwise denied when one was, otherwise success.</returns>
    public static async Task<int> Run(Invocation invocation, string file, CancellationToken cancellationToken)
    {
        using var opened = file == "-" ? null : TextFile.Open(file);
        var answers = new List<BatchAnswer>();
        await foreach (var checks in CheckLines.Read(opened ?? invocation.Host.In, cancellationToken).Chunk(MostAtOnce, cancellationToken))
            answers.Add(await Ask(invocation, checks, cancellationToken));
        if (answers.Count == 0) throw CliErrors.Usage("There is no check in the batch.");

        if (invocation.WantsJson) invocation.Printer.Json(BatchAnswer.Json(answers));
        else invocation.Printer.Table(BatchAnswer.Table(answers));
        return answers.Max(answer => answer.ExitCode);
    }

    private static async Task<BatchAnswer> Ask(Invocation invocation, Check[] checks, CancellationToken cancellationToken)
    {
        var body = new JsonObject { ["checks"] = new JsonArray([.. checks.Select(check => check.ToJson())]) };
        return BatchAnswer.Of(checks, await invocation.Server.Ask(ApiPath.Of("check", "batch"), body, cancellationToken));
    }

    private static async IAsyncEnumerable<Check[]> Chunk(
        this IAsyncEnumerable<Check> checks, int size, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var chunk = new List<Check>();
        await foreach (var check in checks.WithCancellation(cancellationToken))
        {
            chunk.Add(check);
            if (chunk.Count < size) continue;
            yield return [.. chunk];
            chunk.Clear();
        }

        if (chunk.Count > 0) yield return [.. chunk];
    }
}
