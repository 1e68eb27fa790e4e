using System.Text.Json.Nodes;

namespace RbacGrains.Api.Tests.Security;

/// <summary>One operation of the OpenAPI document.</summary>
public sealed record Operation(string Id, string Method, string Path, bool HasBody, bool NeedsKey)
{
    /// <summary>Every operation, in the document's order.</summary>
    public static async Task<IReadOnlyList<Operation>> ReadAll(HttpClient http)
    {
        var document = (await Call.Send(http, "GET", "/openapi/v1.json", null)).ShouldBe(200).Json;
        return
        [
            .. from path in document["paths"]!.AsObject()
               from operation in path.Value!.AsObject()
               select new Operation(
                   (string)operation.Value!["operationId"]!,
                   operation.Key.ToUpperInvariant(),
                   path.Key,
                   operation.Value["requestBody"] is not null,
                   operation.Value["security"] is JsonArray),
        ];
    }
}
