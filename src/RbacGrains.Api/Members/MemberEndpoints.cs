using RbacGrains.Core;

namespace RbacGrains.Api;

/// <summary>Who is a member of an organization, with what, and who can do something.</summary>
internal static class MemberEndpoints
{
    private const string Tag = "Members";
    private const string List = "/v1/organizations/{org}/members";
    private const string One = "/v1/organizations/{org}/members/{user}";
    private const string Search = "Members with this in their id or e-mail address, letter case aside; at most 128 characters.";
    private const string WhoCan = "List everybody who can do something at this moment.";

    /// <summary>Maps them.</summary>
    public static void Map(ApiRoutes api)
    {
        api.Get(List, ListMembers).Describe(Tag, "ListMembers", "List the members, in the order in which they joined.")
            .Paged().TakesQuery("role", "Members with this role.").TakesQuery("status", "Members who are active, suspended or expired.")
            .TakesQuery("email", "Members with this e-mail address.").TakesQuery("group", "Members of this group.")
            .TakesQuery("search", Search).Answers<ListJson<MemberJson>>().Refuses(404);
        // Beside the members and not among them: a member can be called anything.
        api.Get("/v1/organizations/{org}/member_count", CountMembers).Describe(Tag, "CountMembers", "Count the members.")
            .TakesQuery("role", "Members with this role.").TakesQuery("status", "Members who are active, suspended or expired.")
            .TakesQuery("email", "Members with this e-mail address.").TakesQuery("group", "Members of this group.")
            .TakesQuery("search", Search).Answers<CountJson>().Refuses(404);
        api.Get(One, Read).Describe(Tag, "GetMember", "Read what a member is assigned.").Answers<MemberJson>().Refuses(404);
        api.Put(One, Put).Describe(Tag, "PutMember", "Add a member, or replace all that one is assigned.")
            .Takes<MemberBody>().Answers<MemberJson>(200, 201).Refuses(404, 409, 412);
        api.Patch(One, Patch).Describe(Tag, "PatchMember", "Change some of what a member is assigned.")
            .Takes<MemberPatchBody>().Answers<MemberJson>().Refuses(404, 409, 412);
        api.Delete(One, Remove).Describe(Tag, "RemoveMember", "Remove a member.").AnswersNothing().Refuses(404, 409, 412);
        api.Get(One + "/permissions", Permissions)
            .Describe(Tag, "GetPermissions", "Read what a member holds in effect, every action and area.")
            .TakesQuery("project", "Within this project.").Answers<PermissionsJson>().Refuses(404);
        api.Get(One + "/projects", Projects)
            .Describe(Tag, "ListProjects", "List the projects in which a user may do something: none, all, only some, or all except some.")
            .TakesQuery("action", "The action, or an area at a level. Required.").Answers<ProjectSetJson>().Refuses(404);
        api.Get("/v1/organizations/{org}/actions/{action}/members", ListWhoCan).Describe(Tag, "ListWhoCan", WhoCan)
            .Paged().TakesQuery("project", "Within this project.").Answers<ListJson<string>>().Refuses(404);
        // The same, for whoever leaves the slash of knowledge/faqs:view as it is.
        api.Get("/v1/organizations/{org}/actions/{area}/{action}/members", ListWhoCan).Describe(Tag, "ListWhoCanInArea", WhoCan)
            .Paged().TakesQuery("project", "Within this project.").ExcludeFromDescription();
    }

    private static async ValueTask<IResult> ListMembers(ApiRequest request)
    {
        var members = await request.Organization.ListMembers(request.Caller, Filter(request), request.Page, request.Cancelled);
        return Answers.Json(members, page => ListJson<MemberJson>.Of(page, MemberJson.Of), ApiJson.Context.ListJsonMemberJson);
    }

    private static async ValueTask<IResult> CountMembers(ApiRequest request)
    {
        var count = await request.Organization.CountMembers(request.Caller, Filter(request), request.Cancelled);
        return Answers.Json(count, number => new CountJson(number), ApiJson.Context.CountJson);
    }

    private static MemberFilter Filter(ApiRequest request) => new(
        request.Query("role"),
        QueryValues.Word<MemberStatus>(request.Context, "status"),
        request.Query("email"),
        request.Query("group"),
        request.Query("search"));

    private static async ValueTask<IResult> Read(ApiRequest request) =>
        Answer(await request.Organization.GetMember(request.Caller, request.UserId, request.Cancelled));

    private static async ValueTask<IResult> Put(ApiRequest request)
    {
        var (organization, user, change) = (request.Organization, request.UserId, request.Change);
        var body = await request.Read(ApiJson.Context.MemberBody);
        var put = await organization.PutMember(change, user, Assignments.Of(body), request.Cancelled);
        return put.Succeeded ? Answer(put.Value.Value, put.Value.Created ? 201 : 200) : Answers.Refused(put.Error);
    }

    private static async ValueTask<IResult> Patch(ApiRequest request)
    {
        var (organization, user, change) = (request.Organization, request.UserId, request.Change);
        var body = await request.Read(ApiJson.Context.MemberPatchBody);
        return Answer(await organization.PatchMember(change, user, Assignments.Of(body), request.Cancelled));
    }

    private static async ValueTask<IResult> Remove(ApiRequest request) =>
        Answers.Done(await request.Organization.RemoveMember(request.Change, request.UserId, request.Cancelled));

    private static async ValueTask<IResult> Permissions(ApiRequest request)
    {
        var held = await request.Organization.GetPermissions(request.Caller, request.UserId, request.Project, request.Cancelled);
        return held.Succeeded
            ? Answers.Resource(PermissionsJson.Of(held.Value), ApiJson.Context.PermissionsJson,
                $"{held.Value.PolicyVersion}.{held.Value.AccessVersion}")
            : Answers.Refused(held.Error);
    }

    private static async ValueTask<IResult> Projects(ApiRequest request)
    {
        var (organization, user) = (request.OrganizationId, request.UserId);
        var action = request.Query("action") ?? throw QueryValues.Missing("action");
        var projects = await request.Grid.User(user).ListProjects(request.Caller, organization, action, request.Cancelled);
        return Answers.Json(projects, ProjectSetJson.Of, ApiJson.Context.ProjectSetJson);
    }

    private static async ValueTask<IResult> ListWhoCan(ApiRequest request)
    {
        var users = await request.Organization.ListWhoCan(
            request.Caller, PathIds.ReadAction(request.Context), request.Project, request.Page, request.Cancelled);
        return Answers.Json(users, page => ListJson<string>.Of(page, user => user), ApiJson.Context.ListJsonString);
    }

    private static IResult Answer(Result<MemberView> member) =>
        member.Succeeded ? Answer(member.Value, 200) : Answers.Refused(member.Error);

    private static IResult Answer(MemberView member, int status) =>
        Answers.Resource(MemberJson.Of(member), ApiJson.Context.MemberJson, member.Access.Version, status);
}
