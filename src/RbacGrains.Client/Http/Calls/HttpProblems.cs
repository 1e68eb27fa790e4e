using System.Collections.Immutable;
using System.Net.Mime;
using System.Text.Json;

namespace RbacGrains.Client;

/// <summary>The one place where an HTTP answer becomes the error that an actor answered, with its code, message, pointer and details.</summary>
internal static class HttpProblems
{
    // The service does not know the key: nothing that whoever uses the application could do anything about, nor what a user is denied for.
    private const string Unauthenticated = "unauthenticated";

    private static readonly ImmutableHashSet<string> Known =
        ImmutableHashSet.Create(StringComparer.Ordinal, "type", "title", "status", "detail", "code", "pointer", "instance");

    /// <summary>The error of a refusal; null when it is not the API that has answered.</summary>
    public static Error? Read(HttpResponseMessage answer, Stream body)
    {
        if (answer.Content.Headers.ContentType?.MediaType is not MediaTypeNames.Application.ProblemJson) return null;
        try
        {
            using var document = JsonDocument.Parse(body);
            var problem = document.RootElement;
            return problem.ValueKind == JsonValueKind.Object && Text(problem, "code") is { } code && Text(problem, "detail") is { } detail
                ? Make((int)answer.StatusCode, code, detail, Text(problem, "pointer"), Details(problem))
                : null;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // The latter is what text that is not Unicode is answered with.
            return null;
        }
    }

    /// <summary>The error that the API means by a status and a code.</summary>
    public static Error Make(
        int status, string code, string message, string? pointer, ImmutableSortedDictionary<string, ImmutableArray<string>> details)
    {
        var kind = KindOf(status, code);
        return new Error(kind, code, message, pointer)
        {
            Details = details,
            DenialStatus = kind == ErrorKind.Denied ? status : 403,
        };
    }

    /// <summary>The error of an answer that is not the API's.</summary>
    public static Error NotOurs(string what) => new(ErrorKind.Unavailable, ErrorCodes.GridUnavailable, $"The service answered with {what}.");

    private static ErrorKind KindOf(int status, string code) => status switch
    {
        _ when code == Unauthenticated => ErrorKind.Unavailable,
        401 or 403 => ErrorKind.Denied,
        404 => ErrorKind.NotFound,
        409 => ErrorKind.Conflict,
        412 => ErrorKind.PreconditionFailed,
        429 or >= 500 => ErrorKind.Unavailable,
        _ => ErrorKind.Invalid,
    };

    private static string? Text(JsonElement problem, string name) =>
        problem.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static ImmutableSortedDictionary<string, ImmutableArray<string>> Details(JsonElement problem)
    {
        var details = ImmutableSortedDictionary.CreateBuilder<string, ImmutableArray<string>>(StringComparer.Ordinal);
        foreach (var member in problem.EnumerateObject())
            if (!Known.Contains(member.Name) && member.Value.ValueKind == JsonValueKind.Array)
                details[member.Name] =
                    [.. member.Value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)];
        return details.ToImmutable();
    }
}
