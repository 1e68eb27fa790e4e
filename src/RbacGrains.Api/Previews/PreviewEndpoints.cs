namespace RbacGrains.Api;

/// <summary>What a change would do.</summary>
internal static class PreviewEndpoints
{
    /// <summary>Maps them.</summary>
    public static void Map(ApiRoutes api) =>
        api.Ask("/v1/organizations/{org}/preview", Preview)
            .Describe("Previews", "Preview", "See who would gain and lose what by a change, without making it.")
            .TakesConditions().Paged().Takes<PreviewBody>().Answers<ListJson<AffectedMemberJson>>().Refuses(404, 409, 412);

    private static async ValueTask<IResult> Preview(ApiRequest request)
    {
        var (organization, change, page) = (request.Organization, request.Change, request.Page);
        var body = await request.Read(ApiJson.Context.PreviewBody);
        var affected = await organization.Preview(change, body.Change(), page, request.Cancelled);
        return Answers.Json(
            affected, members => ListJson<AffectedMemberJson>.Of(members, AffectedMemberJson.Of), ApiJson.Context.ListJsonAffectedMemberJson);
    }
}
