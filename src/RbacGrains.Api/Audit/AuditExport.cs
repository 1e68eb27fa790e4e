using System.Text;
using System.Text.Json;
using RbacGrains.Core;

namespace RbacGrains.Api;

/// <summary>Answers with a whole audit log, page after page as it is read, so that its size does not matter.</summary>
/// <param name="format">As which lines.</param>
/// <param name="first">The first page, whose reading has shown that the caller may.</param>
/// <param name="next">Reads the page of a token.</param>
internal sealed class AuditExport(
    AuditFormat format, Page<AuditEntry> first, Func<string, ValueTask<Result<Page<AuditEntry>>>> next) : IResult
{
    /// <summary>The media type of an object a line.</summary>
    public const string Ndjson = "application/x-ndjson";

    /// <summary>The media type of comma-separated values.</summary>
    public const string Csv = "text/csv";

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = format == AuditFormat.Csv ? $"{Csv}; charset=utf-8" : Ndjson;
        if (format == AuditFormat.Csv) response.BodyWriter.Write(AuditCsv.Header);
        for (var page = first; ;)
        {
            foreach (var entry in page.Items) Write(response, entry);
            await response.BodyWriter.FlushAsync(httpContext.RequestAborted);
            if (page.NextToken.Length == 0) return;
            var following = await next(page.NextToken);
            if (following.Succeeded)
            {
                page = following.Value;
                continue;
            }

            // Half a log must not look like a whole one: the answer breaks off.
            httpContext.Abort();
            return;
        }
    }

    private void Write(HttpResponse response, AuditEntry entry)
    {
        if (format == AuditFormat.Csv)
        {
            response.BodyWriter.Write(AuditCsv.Row(entry));
            return;
        }

        using (var json = new Utf8JsonWriter(response.BodyWriter, ApiJson.WriterOptions))
            JsonSerializer.Serialize(json, AuditEntryJson.Of(entry), ApiJson.Context.AuditEntryJson);
        response.BodyWriter.Write("\n");
    }
}

/// <summary>Writes text into responses.</summary>
internal static class TextWriting
{
    /// <summary>Writes text as UTF-8.</summary>
    public static void Write(this System.Buffers.IBufferWriter<byte> writer, string text) => Encoding.UTF8.GetBytes(text, writer);
}
