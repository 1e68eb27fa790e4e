using RbacGrains.Core;

namespace RbacGrains.Api;

/// <summary>The API keys of an organization.</summary>
internal static class ApiKeyEndpoints
{
    private const string Tag = "API keys";
    private const string All = "/v1/organizations/{org}/api_keys";
    private const string One = "/v1/organizations/{org}/api_keys/{key}";

    /// <summary>Maps them.</summary>
    public static void Map(ApiRoutes api)
    {
        api.Post(All, Create).Describe(Tag, "CreateApiKey", "Make an API key, and a service account for it. The key is shown only here.")
            .Takes<CreateApiKeyBody>().Answers<ApiKeyJson>(201).Refuses(404, 409, 412);
        api.Get(All, List).Describe(Tag, "ListApiKeys", "List the API keys, account by account; never their secrets.")
            .Paged().TakesQuery("prefix", "Keys that begin like this. Never send a whole key.")
            .TakesQuery("service_account", "Keys of this service account.").TakesQuery("status", "Keys that are active, suspended or expired.")
            .Answers<ListJson<ApiKeyJson>>().Refuses(404);
        api.Get(One, Read).Describe(Tag, "GetApiKey", "Read an API key, without its secret.").Answers<ApiKeyJson>().Refuses(404);
        api.Post(One + "/rotate", Rotate).Describe(Tag, "RotateApiKey", "Give an API key another secret. The key is shown only here.")
            .MayTake<RotateApiKeyBody>().Answers<ApiKeyJson>().Refuses(404, 409, 412);
        api.Delete(One, Remove).Describe(Tag, "DeleteApiKey", "Delete an API key; its service account goes with the last one.")
            .AnswersNothing().Refuses(404, 409, 412);
    }

    private static async ValueTask<IResult> Create(ApiRequest request)
    {
        var (organization, change) = (request.Organization, request.Change);
        var body = await request.Read(ApiJson.Context.CreateApiKeyBody);
        return Answer(request, await organization.CreateApiKey(change, body.Command(), request.Cancelled), 201);
    }

    private static async ValueTask<IResult> List(ApiRequest request)
    {
        var filter = new ApiKeyFilter(
            request.Query("prefix"),
            QueryValues.Id(request.Context, "service_account", "a service account"),
            QueryValues.Word<ApiKeyStatus>(request.Context, "status"));
        var keys = await request.Organization.ListApiKeys(request.Caller, filter, request.Page, request.Cancelled);
        return Answers.Json(keys, page => ListJson<ApiKeyJson>.Of(page, ApiKeyJson.Of), ApiJson.Context.ListJsonApiKeyJson);
    }

    private static async ValueTask<IResult> Read(ApiRequest request)
    {
        var key = await request.Organization.GetApiKey(request.Caller, KeyId(request), request.Cancelled);
        return key.Succeeded
            ? Answers.Resource(ApiKeyJson.Of(key.Value), ApiJson.Context.ApiKeyJson, key.Value.Version)
            : Answers.Refused(key.Error);
    }

    private static async ValueTask<IResult> Rotate(ApiRequest request)
    {
        var (organization, key, change) = (request.Organization, KeyId(request), request.Change);
        var body = await request.ReadOptional(ApiJson.Context.RotateApiKeyBody);
        var command = new RotateApiKey { Grace = body.Grace ?? TimeSpan.Zero, ExpiresIn = body.ExpiresIn };
        return Answer(request, await organization.RotateApiKey(change, key, command, request.Cancelled), 200);
    }

    private static async ValueTask<IResult> Remove(ApiRequest request) =>
        Answers.Done(await request.Organization.DeleteApiKey(request.Change, KeyId(request), request.Cancelled));

    private static string KeyId(ApiRequest request) => PathIds.Read(request.Context, "key", "an API key");

    private static IResult Answer(ApiRequest request, Result<IssuedApiKey> issued, int status)
    {
        if (!issued.Succeeded) return Answers.Refused(issued.Error);
        // Nobody on the way is to keep the secret.
        request.Context.Response.Headers.CacheControl = "no-store";
        return Answers.Resource(ApiKeyJson.Of(issued.Value), ApiJson.Context.ApiKeyJson, issued.Value.ApiKey.Version, status);
    }
}
