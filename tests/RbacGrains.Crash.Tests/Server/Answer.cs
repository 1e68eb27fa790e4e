using System.Text.Json;

namespace RbacGrains.Crash.Tests;

/// <summary>What the program answered.</summary>
internal sealed record Answer(int Status, JsonElement Json)
{
    private static readonly JsonElement Nothing = JsonDocument.Parse("{}").RootElement;

    public bool IsSuccess => Status is >= 200 and < 300;

    public static async Task<Answer> Of(HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsByteArrayAsync();
        return new Answer((int)response.StatusCode, body.Length == 0 ? Nothing : JsonDocument.Parse(body).RootElement);
    }

    public override string ToString() => $"{Status} {Json}";
}

/// <summary>Shorter words for JSON.</summary>
internal static class JsonReading
{
    public static string? Text(this JsonElement json, string name) => json.GetProperty(name).GetString();

    public static long Number(this JsonElement json, string name) => json.GetProperty(name).GetInt64();
}
