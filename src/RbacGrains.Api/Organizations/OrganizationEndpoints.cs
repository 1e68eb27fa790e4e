using RbacGrains.Core;

namespace RbacGrains.Api;

/// <summary>The organizations of the service.</summary>
internal static class OrganizationEndpoints
{
    private const string Tag = "Organizations";
    private const string One = "/v1/organizations/{org}";

    /// <summary>Maps them.</summary>
    public static void Map(ApiRoutes api)
    {
        api.Get("/v1/organizations", ListOrganizations)
            .Describe(Tag, "ListOrganizations", "List the organizations: all of them, or those of the acting user.")
            .Paged().Answers<ListJson<OrganizationJson>>();
        api.Get(One, Read).Describe(Tag, "GetOrganization", "Read an organization.").Answers<OrganizationJson>().Refuses(404);
        api.Put(One, Create).Describe(Tag, "CreateOrganization", "Create an organization with its first admin.")
            .Takes<CreateOrganizationBody>().Answers<OrganizationJson>(200, 201).Refuses(409);
        api.Patch(One, Patch).Describe(Tag, "PatchOrganization", "Change an organization's name, plan or settings.")
            .Takes<OrganizationPatchBody>().Answers<OrganizationJson>().Refuses(404, 409, 412);
        api.Delete(One, Delete).Describe(Tag, "DeleteOrganization", "Delete an organization; nobody is a member of it any more.")
            .AnswersNothing().Refuses(404, 409, 412);
    }

    private static async ValueTask<IResult> ListOrganizations(ApiRequest request)
    {
        var organizations = await request.Grid.Tenants.List(request.Caller, request.Page, request.Cancelled);
        return Answers.Json(
            organizations, page => ListJson<OrganizationJson>.Of(page, OrganizationJson.Of), ApiJson.Context.ListJsonOrganizationJson);
    }

    private static async ValueTask<IResult> Read(ApiRequest request) =>
        Answer(await request.Organization.Get(request.Caller, request.Cancelled));

    private static async ValueTask<IResult> Create(ApiRequest request)
    {
        var (organization, change) = (request.Organization, request.Change);
        var body = await request.Read(ApiJson.Context.CreateOrganizationBody);
        var put = await organization.Create(
            change, new CreateOrganization(body.Name, body.Model, body.Plan, body.Owner), request.Cancelled);
        return put.Succeeded ? Answer(put.Value.Value, put.Value.Created ? 201 : 200) : Answers.Refused(put.Error);
    }

    private static async ValueTask<IResult> Patch(ApiRequest request)
    {
        var (organization, change) = (request.Organization, request.Change);
        var body = await request.Read(ApiJson.Context.OrganizationPatchBody);
        return Answer(await OrganizationPatches.Apply(organization, change, body, request.Cancelled));
    }

    private static async ValueTask<IResult> Delete(ApiRequest request) =>
        Answers.Done(await request.Organization.Delete(request.Change, request.Cancelled));

    private static IResult Answer(Result<OrganizationView> organization) =>
        organization.Succeeded ? Answer(organization.Value, 200) : Answers.Refused(organization.Error);

    private static IResult Answer(OrganizationView organization, int status) =>
        Answers.Resource(OrganizationJson.Of(organization), ApiJson.Context.OrganizationJson, organization.PolicyVersion, status);
}
