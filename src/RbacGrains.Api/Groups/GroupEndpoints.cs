using RbacGrains.Core;

namespace RbacGrains.Api;

/// <summary>The groups of an organization's members: what they give, and who is in them.</summary>
internal static class GroupEndpoints
{
    private const string Tag = "Groups";
    private const string All = "/v1/organizations/{org}/groups";
    private const string One = "/v1/organizations/{org}/groups/{group}";
    private const string Members = "/v1/organizations/{org}/groups/{group}/members";
    private const string Member = "/v1/organizations/{org}/groups/{group}/members/{user}";

    /// <summary>Maps them.</summary>
    public static void Map(ApiRoutes api)
    {
        api.Get(All, List).Describe(Tag, "ListGroups", "List the groups, in the order in which they were made.")
            .Paged().Answers<ListJson<GroupJson>>().Refuses(404);
        api.Get(One, Read).Describe(Tag, "GetGroup", "Read what a group gives, and how many members it has.")
            .Answers<GroupJson>().Refuses(404);
        api.Put(One, Put)
            .Describe(Tag, "PutGroup", "Make a group, or replace all that it gives. The answer comes when every member of it has that.")
            .Takes<GroupBody>().Answers<GroupJson>(200, 201).Refuses(404, 409, 412);
        api.Delete(One, Remove)
            .Describe(Tag, "DeleteGroup", "Delete a group. The answer comes when nobody holds anything through it any more.")
            .AnswersNothing().Refuses(404, 409, 412);
        api.Get(Members, ListMembers).Describe(Tag, "ListGroupMembers", "List the members of a group, in the order in which they came.")
            .Paged().Answers<ListJson<MemberJson>>().Refuses(404);
        api.Put(Member, AddMember).Describe(Tag, "AddGroupMember", "Take a member into a group; one who is in it already stays.")
            .Answers<MemberJson>(200, 201).Refuses(404, 409, 412);
        api.Delete(Member, RemoveMember).Describe(Tag, "RemoveGroupMember", "Take somebody out of a group.")
            .AnswersNothing().Refuses(404, 409, 412);
    }

    private static async ValueTask<IResult> List(ApiRequest request)
    {
        var groups = await request.Organization.ListGroups(request.Caller, request.Page, request.Cancelled);
        return Answers.Json(groups, page => ListJson<GroupJson>.Of(page, GroupJson.Of), ApiJson.Context.ListJsonGroupJson);
    }

    private static async ValueTask<IResult> Read(ApiRequest request)
    {
        var group = await request.Organization.GetGroup(request.Caller, Id(request), request.Cancelled);
        return group.Succeeded ? Answer(group.Value, 200) : Answers.Refused(group.Error);
    }

    private static async ValueTask<IResult> Put(ApiRequest request)
    {
        var (organization, group, change) = (request.Organization, Id(request), request.Change);
        var body = await request.Read(ApiJson.Context.GroupBody);
        var put = await organization.PutGroup(change, group, body.Content(), request.Cancelled);
        return put.Succeeded ? Answer(put.Value.Value, put.Value.Created ? 201 : 200) : Answers.Refused(put.Error);
    }

    private static async ValueTask<IResult> Remove(ApiRequest request) =>
        Answers.Done(await request.Organization.DeleteGroup(request.Change, Id(request), request.Cancelled));

    private static async ValueTask<IResult> ListMembers(ApiRequest request)
    {
        var members = await request.Organization.ListGroupMembers(request.Caller, Id(request), request.Page, request.Cancelled);
        return Answers.Json(members, page => ListJson<MemberJson>.Of(page, MemberJson.Of), ApiJson.Context.ListJsonMemberJson);
    }

    private static async ValueTask<IResult> AddMember(ApiRequest request)
    {
        await request.ReadNothing();
        var put = await request.Organization.AddGroupMember(request.Change, Id(request), request.UserId, request.Cancelled);
        return put.Succeeded
            ? Answers.Resource(
                MemberJson.Of(put.Value.Value), ApiJson.Context.MemberJson, put.Value.Value.Access.Version, put.Value.Created ? 201 : 200)
            : Answers.Refused(put.Error);
    }

    private static async ValueTask<IResult> RemoveMember(ApiRequest request) =>
        Answers.Done(await request.Organization.RemoveGroupMember(request.Change, Id(request), request.UserId, request.Cancelled));

    private static string Id(ApiRequest request) => PathIds.Read(request.Context, "group", "a group");

    private static IResult Answer(GroupView group, int status) =>
        Answers.Resource(GroupJson.Of(group), ApiJson.Context.GroupJson, group.Version, status);
}
