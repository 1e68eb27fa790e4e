using RbacGrains.Core;
using RbacGrains.Model;

namespace RbacGrains.Api;

/// <summary>The resource catalog: what an organization has entered of its product's things.</summary>
internal static class ResourceEndpoints
{
    private const string Tag = "Resources";
    private const string All = "/v1/organizations/{org}/resources";

    /// <summary>Maps them.</summary>
    public static void Map(ApiRoutes api)
    {
        api.Get(All, ListResources).Describe(Tag, "ListResources", "List the catalog's resources of a type.")
            .Paged().TakesQuery("type", "The type of resource; required.").Answers<ListJson<ResourceEntryJson>>().Refuses(404);
        foreach (var path in new[] { All + "/{type}/{id}", All + "/{area}/{type}/{id}" })
        {
            IEndpointConventionBuilder[] endpoints =
            [
                api.Get(path, Read).Answers<ResourceEntryJson>().Refuses(404),
                api.Put(path, Put).Takes<ResourceEntryBody>().Answers<ResourceEntryJson>(200, 201).Refuses(404, 409, 412),
                api.Delete(path, Remove).AnswersNothing().Refuses(404, 409, 412),
            ];
            // The second path is the same, for whoever leaves the slash of knowledge/faqs as it is.
            if (path.Contains("{area}", StringComparison.Ordinal)) foreach (var endpoint in endpoints) endpoint.ExcludeFromDescription();
            else Describe(endpoints);
        }
    }

    private static void Describe(IEndpointConventionBuilder[] endpoints)
    {
        endpoints[0].Describe(Tag, "GetResource", "Read what the catalog says of a resource.");
        endpoints[1].Describe(Tag, "PutResource", "Enter a resource into the catalog, or replace what is said of it.");
        endpoints[2].Describe(Tag, "RemoveResource", "Remove a resource from the catalog.");
    }

    private static async ValueTask<IResult> ListResources(ApiRequest request)
    {
        var type = request.Query("type")
            ?? throw new RequestException(Problem.BadRequest(ErrorCodes.InvalidValue, "Name the type of resource: '?type=project'."));
        var resources = await request.Organization.ListResources(request.Caller, type, request.Page, request.Cancelled);
        return Answers.Json(
            resources, page => ListJson<ResourceEntryJson>.Of(page, ResourceEntryJson.Of), ApiJson.Context.ListJsonResourceEntryJson);
    }

    private static async ValueTask<IResult> Read(ApiRequest request)
    {
        var resource = await request.Organization.GetResource(request.Caller, Named(request), request.Cancelled);
        return resource.Succeeded ? Answer(resource.Value, 200) : Answers.Refused(resource.Error);
    }

    private static async ValueTask<IResult> Put(ApiRequest request)
    {
        var (organization, resource, change) = (request.Organization, Named(request), request.Change);
        var body = await request.Read(ApiJson.Context.ResourceEntryBody);
        var content = new ResourceContent
        {
            Name = body.Name,
            Project = body.Project,
            Properties = PropertiesBody.Read(body.Properties, "/properties"),
        };
        var put = await organization.PutResource(change, resource, content, request.Cancelled);
        return put.Succeeded ? Answer(put.Value.Value, put.Value.Created ? 201 : 200) : Answers.Refused(put.Error);
    }

    private static async ValueTask<IResult> Remove(ApiRequest request) =>
        Answers.Done(await request.Organization.RemoveResource(request.Change, Named(request), request.Cancelled));

    private static ResourceReference Named(ApiRequest request)
    {
        var values = request.Context.Request.RouteValues;
        var type = ((string)values["type"]!).Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
        return new ResourceReference(
            values.TryGetValue("area", out var area) ? $"{area}/{type}" : type, PathIds.Read(request.Context, "id", "a resource"));
    }

    private static IResult Answer(ResourceView resource, int status) =>
        Answers.Resource(ResourceEntryJson.Of(resource), ApiJson.Context.ResourceEntryJson, resource.Version, status);
}
