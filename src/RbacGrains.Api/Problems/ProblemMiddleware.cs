using Microsoft.AspNetCore.Connections;

namespace RbacGrains.Api;

/// <summary>
/// Sees to it that whatever no endpoint answers is still a problem: unknown paths, wrong methods, requests that break HTTP,
/// and failures of the service itself. People with a browser get what the server gives them otherwise.
/// </summary>
internal sealed class ProblemMiddleware(RequestDelegate next, ILogger<ProblemMiddleware> log)
{
    /// <summary>Passes the request on, and fills in what is missing of the answer.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (Exception gone) when (gone is ConnectionResetException or ConnectionAbortedException)
        {
            // The caller went away in the middle of a body: nobody is there to be answered, and nothing has failed. The server
            // is told, for it may not have noticed yet, and would try to read the rest and log that it cannot.
            context.Abort();
            return;
        }
        catch (BadHttpRequestException broken) when (!context.Response.HasStarted)
        {
            await Answer(context, Broken(broken));
            return;
        }
        catch (Exception failure) when (!context.Response.HasStarted)
        {
            ApiLog.RequestFailed(log, failure, context.Request.Method, context.Request.Path);
            await Answer(context, new Problem(500, ProblemCodes.InternalError,
                "The service failed to answer. Nothing is wrong with the request; its operator finds the cause in the log."));
            return;
        }

        if (IsBare(context) && Missing(context) is { } problem) await Answer(context, problem);
    }

    private static Task Answer(HttpContext context, Problem problem) => new ProblemResult(problem).ExecuteAsync(context);

    private static bool IsBare(HttpContext context) =>
        !context.Response.HasStarted
        && context.Response is { StatusCode: >= 400, ContentType: null, ContentLength: null }
        && !context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    private static Problem? Missing(HttpContext context) => context.Response.StatusCode switch
    {
        404 => new Problem(404, ProblemCodes.NotFound, "There is nothing under this path; /openapi/v1.json lists what there is."),
        405 => new Problem(405, ProblemCodes.MethodNotAllowed,
            $"{context.Request.Method} does not apply to this path. It takes {context.Response.Headers.Allow}."),
        // Routing passes over an endpoint that does not take the body's type.
        415 => JsonBody.NotJson,
        _ => null,
    };

    private static Problem Broken(BadHttpRequestException broken) => broken.StatusCode == 413
        ? JsonBody.TooLarge(null)
        : new Problem(broken.StatusCode, ProblemCodes.BadHttp, $"The request breaks HTTP: {broken.Message}");
}
