using System.Text.Json;
using RbacGrains.Core;
using RbacGrains.Model;

namespace RbacGrains.Api;

/// <summary>Answers with many decisions, in order, as <see cref="BatchJson"/> describes them.</summary>
internal sealed class BatchResult(IReadOnlyList<Result<Decision>> answers) : IResult
{
    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using var body = new PooledBuffer(DecisionText.MostBytes + (answers.Count * DecisionText.MostBytes / 2));
        body.Write("""{"results":["""u8);
        for (var index = 0; index < answers.Count; index++)
        {
            if (index > 0) body.Write(","u8);
            var answer = answers[index];
            if (answer.Succeeded) body.Advance(DecisionText.Write(answer.Value, body.GetSpan(DecisionText.MostBytes)));
            else Write(answer.Error, body);
        }

        body.Write("]}"u8);
        httpContext.Response.ContentType = "application/json; charset=utf-8";
        httpContext.Response.ContentLength = body.Written.Length;
        await httpContext.Response.BodyWriter.WriteAsync(body.Written, httpContext.RequestAborted);
    }

    private static void Write(Error error, PooledBuffer body)
    {
        using var json = new Utf8JsonWriter(body, ApiJson.WriterOptions);
        JsonSerializer.Serialize(json, CheckJson.Of(error), ApiJson.Context.CheckJson);
    }
}
