using System.Text.Encodings.Web;

namespace RbacGrains.Api;

/// <summary>Answers people with pages and programs with problems.</summary>
internal sealed class SignInAnswers(RequestLimits limits)
{
    private static readonly HtmlEncoder Html = HtmlEncoder.Default;

    /// <summary>Whether a request was made by a browser that shows its answer.</summary>
    public static bool IsPage(HttpRequest request) => request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    /// <summary>Refuses a sign-in.</summary>
    public Task Refuse(HttpContext context, Problem problem)
    {
        var answered = limits.CountFailure(context.Connection.RemoteIpAddress, problem);
        // Programs and people alike get the status and its headers; only what there is to read differs.
        var result = new ProblemResult(answered);
        if (!IsPage(context.Request)) return result.ExecuteAsync(context);
        result.Prepare(context.Response);
        return Write(context, answered.Title, $"<p>{Html.Encode(answered.Detail)}</p><p><a href=\"/signin\">Sign in</a></p>");
    }

    /// <summary>Answers with a page.</summary>
    /// <param name="context">The request.</param>
    /// <param name="title">What it is about, as text.</param>
    /// <param name="body">The rest, as HTML.</param>
    public static Task Write(HttpContext context, string title, string body)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(
            $"<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>{Html.Encode(title)}</title><h1>{Html.Encode(title)}</h1>{body}</html>",
            context.RequestAborted);
    }
}
