using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace RbacGrains.Api;

/// <summary>Reads a request's body, whole and strictly.</summary>
internal static class JsonBody
{
    /// <summary>The body as an object.</summary>
    /// <param name="request">The request.</param>
    /// <param name="type">What it takes.</param>
    /// <param name="limit">The most bytes.</param>
    /// <param name="mayBeEmpty">Whether no body is as good as an empty object.</param>
    /// <param name="quick">Reads what is usual, and answers null to whatever else there may be.</param>
    /// <exception cref="RequestException">It is too large, no JSON, or not what the request takes.</exception>
    public static async ValueTask<T> Read<T>(
        HttpRequest request, JsonTypeInfo<T> type, int limit, bool mayBeEmpty = false, Func<ReadOnlySequence<byte>, T?>? quick = null)
        where T : class
    {
        if (request.ContentLength > limit) throw new RequestException(TooLarge(limit));
        var (reader, cancellationToken) = (request.BodyReader, request.HttpContext.RequestAborted);
        var reading = await reader.ReadAsync(cancellationToken);
        while (!reading.IsCompleted && reading.Buffer.Length <= limit)
        {
            reader.AdvanceTo(reading.Buffer.Start, reading.Buffer.End);
            reading = await reader.ReadAsync(cancellationToken);
        }

        try
        {
            if (reading.Buffer.Length > limit) throw new RequestException(TooLarge(limit));
            if (mayBeEmpty && reading.Buffer.IsEmpty) return Parse(new ReadOnlySequence<byte>("{}"u8.ToArray()), type);
            RequireJson(request);
            return quick?.Invoke(reading.Buffer) ?? Parse(reading.Buffer, type);
        }
        finally
        {
            reader.AdvanceTo(reading.Buffer.End);
        }
    }

    /// <summary>The problem of a body that is something else.</summary>
    public static Problem NotJson { get; } = new(
        StatusCodes.Status415UnsupportedMediaType,
        ProblemCodes.UnsupportedMediaType,
        "The body has to be JSON. Send it with 'Content-Type: application/json'.");

    /// <summary>The problem of a body beyond a limit.</summary>
    public static Problem TooLarge(int? limit) => new(
        StatusCodes.Status413PayloadTooLarge,
        ProblemCodes.BodyTooLarge,
        limit is null ? "The body is too large. Send less at once." : $"The body has more than {limit} bytes. Send less at once.");

    private static T Parse<T>(ReadOnlySequence<byte> body, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = type.Options.MaxDepth });
            var value = JsonSerializer.Deserialize(ref reader, type);
            // A second value after the first is a mistake too, and this is what finds it.
            reader.Read();
            return value ?? throw new RequestException(BodyDiagnosis.Of(body, type));
        }
        catch (JsonException)
        {
            throw new RequestException(BodyDiagnosis.Of(body, type));
        }
    }

    private static void RequireJson(HttpRequest request)
    {
        var mediaType = request.ContentType.AsSpan();
        var end = mediaType.IndexOf(';');
        if (end >= 0) mediaType = mediaType[..end].TrimEnd();
        if (mediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)) return;
        if (HttpMethods.IsPatch(request.Method)
            && mediaType.Equals("application/merge-patch+json", StringComparison.OrdinalIgnoreCase)) return;
        throw new RequestException(NotJson);
    }
}
