using System.Globalization;
using System.Text.Json;

namespace RbacGrains.Api;

/// <summary>Answers with a problem.</summary>
internal sealed class ProblemResult(Problem problem) : IResult
{
    /// <summary>The media type of problem details.</summary>
    public const string MediaType = "application/problem+json";

    /// <summary>What is answered.</summary>
    public Problem Problem { get; } = problem;

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        Prepare(response);
        if (IsPlain(httpContext))
        {
            response.ContentType = "text/plain; charset=utf-8";
            await response.WriteAsync(Problem.ToString(), httpContext.RequestAborted);
            return;
        }
        response.ContentType = MediaType;
        await using (var json = new Utf8JsonWriter(response.BodyWriter, ApiJson.WriterOptions))
            Write(json);
        await response.BodyWriter.FlushAsync(httpContext.RequestAborted);
    }

    /// <summary>Sets the status and the headers that say something of it.</summary>
    public void Prepare(HttpResponse response)
    {
        response.StatusCode = Problem.Status;
        response.Headers.CacheControl = "no-store";
        if (Problem.Status == StatusCodes.Status401Unauthorized) response.Headers.WWWAuthenticate = "Bearer";
        if (Problem.RetryAfter is { } seconds) response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
    }

    private static bool IsPlain(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<PlainProblems>() is not null
        && !context.Request.Headers.Accept.ToString().Contains(MediaType, StringComparison.OrdinalIgnoreCase);

    private void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type", $"urn:rbac-grains:problem:{Problem.Code}");
        json.WriteString("title", Problem.Title);
        json.WriteNumber("status", Problem.Status);
        json.WriteString("detail", Problem.Detail);
        json.WriteString("code", Problem.Code);
        if (Problem.Pointer is not null) json.WriteString("pointer", Problem.Pointer);
        foreach (var (name, values) in Problem.Extensions)
        {
            json.WriteStartArray(name);
            foreach (var value in values) json.WriteStringValue(value);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
