using System.Globalization;
using RbacGrains.Core;

namespace RbacGrains.Api;

/// <summary>The roles that can be held in an organization: the model's, and those that it has made for itself.</summary>
internal static class RoleEndpoints
{
    private const string Tag = "Roles";
    private const string One = "/v1/organizations/{org}/roles/{role}";

    /// <summary>Maps them.</summary>
    public static void Map(ApiRoutes api)
    {
        api.Get("/v1/organizations/{org}/roles", List)
            .Describe(Tag, "ListRoles", "List the roles, the model's and then the organization's own, and whether the plan offers them.")
            .Answers<ListJson<RoleJson>>().Refuses(404);
        api.Get(One, Read).Describe(Tag, "GetRole", "Read a role.").Answers<RoleJson>().Refuses(404);
        api.Put(One, Put).Describe(Tag, "PutRole", "Make a role of the organization's own, or replace all that one is.")
            .Takes<RoleBody>().Answers<RoleJson>(200, 201).Refuses(404, 409, 412);
        api.Delete(One, Remove).Describe(Tag, "DeleteRole", "Delete a role of the organization's own.")
            .TakesQuery("reassign", "The role that members and invitations get instead; without it, a role that is in use stays.")
            .AnswersNothing().Refuses(404, 409, 412);
    }

    private static async ValueTask<IResult> List(ApiRequest request)
    {
        var roles = await request.Organization.ListRoles(request.Caller, request.Cancelled);
        return Answers.Json(roles, all => ListJson<RoleJson>.Whole(all.Select(RoleJson.Of)), ApiJson.Context.ListJsonRoleJson);
    }

    private static async ValueTask<IResult> Read(ApiRequest request)
    {
        var role = await request.Organization.GetRole(request.Caller, Named(request), request.Cancelled);
        return role.Succeeded ? Answer(role.Value, 200) : Answers.Refused(role.Error);
    }

    private static async ValueTask<IResult> Put(ApiRequest request)
    {
        var (organization, role, change) = (request.Organization, Named(request), request.Change);
        var body = await request.Read(ApiJson.Context.RoleBody);
        var put = await organization.PutRole(change, role, body.Content(), request.Cancelled);
        return put.Succeeded ? Answer(put.Value.Value, put.Value.Created ? 201 : 200) : Answers.Refused(put.Error);
    }

    private static async ValueTask<IResult> Remove(ApiRequest request) => Answers.Done(await request.Organization.DeleteRole(
        request.Change, Named(request), new DeleteRole(request.Query("reassign")), request.Cancelled));

    private static string Named(ApiRequest request) => PathIds.Read(request.Context, "role", "a role");

    // What a role of the organization's own comes to depends on its base, too: a version says what it was changed from, and not that all is as it was.
    private static IResult Answer(RoleView role, int status) => role.Custom is { } custom
        ? Answers.Changing(RoleJson.Of(role), ApiJson.Context.RoleJson, custom.Version.ToString(CultureInfo.InvariantCulture), status)
        : Answers.Resource(RoleJson.Of(role), ApiJson.Context.RoleJson, role.PolicyVersion, status);
}
