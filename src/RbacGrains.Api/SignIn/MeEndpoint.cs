namespace RbacGrains.Api;

/// <summary>Tells a caller who they are to this service.</summary>
internal static class MeEndpoint
{
    /// <summary>Maps it.</summary>
    public static void Map(ApiRoutes api) =>
        api.Get("/v1/me", Tell).Describe("Signing in", "Me", "Who calls: the user, how they have signed in, and their organizations.").Answers<MeJson>();

    private static async ValueTask<IResult> Tell(ApiRequest request)
    {
        var by = request.Context.Features.Get<SignedIn>()?.By ?? "key";
        IReadOnlyList<string> organizations = request.Caller.User is { } user
            ? [.. (await request.Grid.User(user).ListOrganizations(request.Cancelled)).Where(request.Caller.Sees)]
            : [];
        return Answers.Json(new MeJson(request.Caller.User, by, organizations), ApiJson.Context.MeJson);
    }
}
