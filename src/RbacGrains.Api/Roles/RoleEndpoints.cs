
namespace RbacGrains.Api;

/// <summary>The roles that can be held in an organization.</summary>
internal static class RoleEndpoints
{
    private const string Tag = "Roles";

    /// <summary>Maps them.</summary>
    public static void Map(ApiRoutes api)
    {
        api.Get("/v1/organizations/{org}/roles", List).Describe(Tag, "ListRoles", "List the roles, and whether the plan offers them.")
            .Answers<ListJson<RoleJson>>().Refuses(404);
        api.Get("/v1/organizations/{org}/roles/{role}", Read).Describe(Tag, "GetRole", "Read a role.")
            .Answers<RoleJson>().Refuses(404);
    }

    private static async ValueTask<IResult> List(ApiRequest request)
    {
        var roles = await request.Organization.ListRoles(request.Caller, request.Cancelled);
        return Answers.Json(roles, all => ListJson<RoleJson>.Whole(all.Select(RoleJson.Of)), ApiJson.Context.ListJsonRoleJson);
    }

    private static async ValueTask<IResult> Read(ApiRequest request)
    {
        var id = PathIds.Read(request.Context, "role", "a role");
        var roles = await request.Organization.ListRoles(request.Caller, request.Cancelled);
        if (!roles.Succeeded) return Answers.Refused(roles.Error);
        var role = roles.Value.FirstOrDefault(view => string.Equals(view.Role.Id, id, StringComparison.Ordinal));
        return role is null
            ? new ProblemResult(new Problem(404, ProblemCodes.RoleNotFound, $"The organization has no role '{id}'."))
            : Answers.Resource(RoleJson.Of(role), ApiJson.Context.RoleJson, role.PolicyVersion);
    }
}
