using RbacGrains.Model;

namespace RbacGrains.Api;

/// <summary>Answers with a decision, written straight into the response.</summary>
internal sealed class DecisionResult(Decision decision) : IResult
{
    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        var body = response.BodyWriter;
        var written = DecisionText.Write(decision, body.GetSpan(DecisionText.MostBytes));
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = written;
        body.Advance(written);
        return Task.CompletedTask;
    }
}
