using System.Collections.Immutable;
using System.Net.Mime;

namespace RbacGrains.Client;

/// <summary>The one place where the answer to a call becomes the error that an actor answered, with its code, message, pointer and details.</summary>
internal static class HttpProblems
{
    // The service does not know the key: nothing that whoever uses the application could do anything about, nor what a user is denied for.
    private const string Unauthenticated = "unauthenticated";

    /// <summary>The error of a refusal; null when it is not the API that has answered.</summary>
    public static async ValueTask<Error?> Read(HttpResponseMessage answer, Stream body, CancellationToken cancellationToken) =>
        answer.Content.Headers.ContentType?.MediaType is MediaTypeNames.Application.ProblemJson
        && await HttpProblem.Read(body, cancellationToken) is { Detail: { } detail } problem
            ? Make((int)answer.StatusCode, problem.Code, detail, problem.Pointer, problem.Details)
            : null;

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
}
