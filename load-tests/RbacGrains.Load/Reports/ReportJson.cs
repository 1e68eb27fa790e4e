using System.Text.Json;
using System.Text.Json.Serialization;

namespace RbacGrains.Load;

/// <summary>A report as JSON, for programs.</summary>
public static class ReportJson
{
    /// <summary>Writes it.</summary>
    public static string Write(LoadReport report) => JsonSerializer.Serialize(report, ReportJsonContext.Default.LoadReport);

    /// <summary>Reads what <see cref="Write"/> has written.</summary>
    /// <exception cref="JsonException">It is no such report.</exception>
    public static LoadReport Read(string json) =>
        JsonSerializer.Deserialize(json, ReportJsonContext.Default.LoadReport) ?? throw new JsonException("There is no report, but null.");
}

/// <summary>The names of a report in JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    WriteIndented = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(LoadReport))]
internal sealed partial class ReportJsonContext : JsonSerializerContext;
