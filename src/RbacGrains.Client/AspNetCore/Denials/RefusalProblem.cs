using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace RbacGrains.Client;

/// <summary>Answers a refusal as problem details (RFC 9457). It is the one place here where an error becomes an HTTP answer.</summary>
internal static class RefusalProblem
{
    // RFC 9110, 11.6.1: a 401 carries a challenge. This one tells programs that another token of the same user would not help (RFC 6750, 3.1), and makes
    // no browser ask for a password.
    private const string Insufficient = "Bearer error=\"insufficient_scope\"";

    /// <summary>Writes the answer.</summary>
    /// <param name="context">The request.</param>
    /// <param name="error">What is the matter.</param>
    /// <param name="refusal">What it is about, as far as the caller may know that.</param>
    public static Task Write(HttpContext context, Error error, ActionRefusal? refusal = null)
    {
        var status = StatusOf(error);
        var response = context.Response;
        response.Headers.CacheControl = "no-store";
        if (status == StatusCodes.Status401Unauthorized && response.Headers.WWWAuthenticate.Count == 0)
            response.Headers.WWWAuthenticate = error.Code == DenialCodes.Unauthenticated ? "Bearer" : Insufficient;
        if (status == StatusCodes.Status503ServiceUnavailable) response.Headers.RetryAfter = "1";

        // A person gets the application's own page, by its status code pages.
        if (WantsPage(context))
        {
            response.StatusCode = status;
            return Task.CompletedTask;
        }

        return TypedResults.Problem(Details(error, status, refusal)).ExecuteAsync(context);
    }

    /// <summary>Whether a person with a browser asks, and no program.</summary>
    public static bool WantsPage(HttpContext context) =>
        context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    private static ProblemDetails Details(Error error, int status, ActionRefusal? refusal)
    {
        var details = new ProblemDetails
        {
            Type = $"urn:rbac-grains:problem:{error.Code}",
            Title = string.Concat(char.ToUpperInvariant(error.Code[0]).ToString(), error.Code[1..].Replace('_', ' ')),
            Status = status,
            Detail = error.Message,
            Extensions = { ["code"] = error.Code },
        };
        // Only a member is told more. To everybody else an organization that is there looks like one that is not.
        if (error.Code == ErrorCodes.PermissionDenied && refusal is { Scope: { } scope, Actions: var actions })
        {
            if (actions.Length == 1) details.Extensions["action"] = actions[0];
            else details.Extensions["any_of"] = actions;
            details.Extensions["organization"] = scope.Organization;
            if (scope.Project is not null) details.Extensions["project"] = scope.Project;
        }

        return details;
    }

    private static int StatusOf(Error error) => error.Kind switch
    {
        ErrorKind.Invalid => StatusCodes.Status400BadRequest,
        ErrorKind.NotFound => StatusCodes.Status404NotFound,
        ErrorKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
        _ => error.DenialStatus,
    };
}
