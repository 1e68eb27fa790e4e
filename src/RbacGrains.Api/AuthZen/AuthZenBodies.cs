using System.Text.Json;

namespace RbacGrains.Api;

/// <summary>Reads the bodies of AuthZEN requests. The protocol knows no other status for what is wrong with one than 400.</summary>
internal static class AuthZenBodies
{
    /// <summary>A body, which is an object without repeated names.</summary>
    /// <exception cref="RequestException">It is something else, too large, or of another content type.</exception>
    public static async ValueTask<JsonElement> Read(ApiRequest request, int limit)
    {
        try
        {
            var body = await JsonBody.Read(request.Context.Request, ApiJson.Context.JsonDocument, limit);
            request.Context.Response.RegisterForDispose(body);
            return body.RootElement.ValueKind == JsonValueKind.Object
                ? body.RootElement
                : throw new RequestException(Problem.BadRequest(
                    ProblemCodes.InvalidType, $"This has to be an object, and is {FieldTypes.Name(body.RootElement)}.", ""));
        }
        catch (RequestException mistake) when (mistake.Problem.Status is 413 or 415)
        {
            throw new RequestException(mistake.Problem with { Status = StatusCodes.Status400BadRequest });
        }
    }
}
