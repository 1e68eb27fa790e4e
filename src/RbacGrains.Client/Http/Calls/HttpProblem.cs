using System.Collections.Immutable;
using System.Text.Json;

namespace RbacGrains.Client;

/// <summary>A problem of the API (RFC 9457) as it is written in an answer. What it means is for whoever asked to say.</summary>
/// <param name="Code">The API's code for it.</param>
/// <param name="Detail">What is said of it; null where nothing is.</param>
/// <param name="Pointer">What of the request it is about, as a JSON pointer; null where nothing says so.</param>
/// <param name="Details">The lists of names that it brings along.</param>
internal sealed record HttpProblem(string Code, string? Detail, string? Pointer, ImmutableSortedDictionary<string, ImmutableArray<string>> Details)
{
    private static readonly ImmutableHashSet<string> Known =
        ImmutableHashSet.Create(StringComparer.Ordinal, "type", "title", "status", "detail", "code", "pointer", "instance");

    /// <summary>The problem in a body; null where there is none with a code: it is not the API that has answered then.</summary>
    public static async ValueTask<HttpProblem?> Read(Stream body, CancellationToken cancellationToken)
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(body, default, cancellationToken);
            var problem = document.RootElement;
            return problem.ValueKind == JsonValueKind.Object && Text(problem, "code") is { } code
                ? new HttpProblem(code, Text(problem, "detail"), Text(problem, "pointer"), ReadDetails(problem))
                : null;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // The latter is what text that is not Unicode is answered with.
            return null;
        }
    }

    private static string? Text(JsonElement problem, string name) =>
        problem.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static ImmutableSortedDictionary<string, ImmutableArray<string>> ReadDetails(JsonElement problem)
    {
        var details = ImmutableSortedDictionary.CreateBuilder<string, ImmutableArray<string>>(StringComparer.Ordinal);
        foreach (var member in problem.EnumerateObject())
            if (!Known.Contains(member.Name) && member.Value.ValueKind == JsonValueKind.Array)
                details[member.Name] =
                    [.. member.Value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)];
        return details.ToImmutable();
    }
}
