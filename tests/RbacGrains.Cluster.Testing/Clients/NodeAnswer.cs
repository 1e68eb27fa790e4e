using System.Text.Json;

namespace RbacGrains.Cluster.Testing;

/// <summary>What a node answered, or that it did not.</summary>
/// <param name="Status">The HTTP status; 0 when there was no answer.</param>
/// <param name="Json">The body; an empty object when there was none.</param>
/// <param name="Failure">Why there was no answer.</param>
internal sealed record NodeAnswer(int Status, JsonElement Json, string? Failure = null)
{
    private static readonly JsonElement Nothing = JsonDocument.Parse("{}").RootElement;

    /// <summary>Whether it was done.</summary>
    public bool Succeeded => Status is >= 200 and < 300;

    /// <summary>Whether another node, or the same one later, may do better: there was no answer, or the service could not.</summary>
    public bool IsLoss => Status is 0 or >= 500;

    /// <summary>The stable name of an error; null for none.</summary>
    public string? Code => Json.TryGetProperty("code", out var code) ? code.GetString() : null;

    /// <summary>No answer came.</summary>
    public static NodeAnswer None(Exception failure) => new(0, Nothing, $"{failure.GetType().Name}: {failure.Message}");

    /// <summary>Reads an answer.</summary>
    public static async Task<NodeAnswer> Of(HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsByteArrayAsync();
        return new NodeAnswer((int)response.StatusCode, body.Length == 0 ? Nothing : JsonDocument.Parse(body).RootElement);
    }

    /// <summary>The answer, or an exception when it was not done.</summary>
    public NodeAnswer Require() => Succeeded ? this : throw new InvalidOperationException($"The node answered {this}");

    /// <inheritdoc/>
    public override string ToString() => Failure ?? $"{Status} {Json}";
}
