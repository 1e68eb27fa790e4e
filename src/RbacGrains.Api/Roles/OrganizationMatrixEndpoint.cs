using RbacGrains.Core;
using RbacGrains.Model;

namespace RbacGrains.Api;

/// <summary>An organization's role table: the model's, with a column for each role of its own.</summary>
internal sealed class OrganizationMatrixEndpoint(ModelCatalog catalog)
{
    /// <summary>Maps it.</summary>
    public void Map(ApiRoutes api) => api.Get("/v1/organizations/{org}/matrix", Matrix)
        .Describe("Roles", "GetOrganizationMatrix", "Read the organization's role table: the model's, and a column for each role of its own.")
        .TakesQuery("format", "json, csv or markdown, whatever the caller accepts.")
        .Answers<ListJson<MatrixRowJson>>().Refuses(404, 406);

    private async ValueTask<IResult> Matrix(ApiRequest request)
    {
        var organization = await request.Organization.Get(request.Caller, request.Cancelled);
        if (!organization.Succeeded) return Answers.Refused(organization.Error);
        var roles = await request.Organization.ListRoles(request.Caller, request.Cancelled);
        if (!roles.Succeeded) return Answers.Refused(roles.Error);
        return catalog.Find(organization.Value.Model) is { } model
            ? MatrixAnswers.Of(request, RoleMatrix.Of(model, [.. roles.Value.Select(role => role.Custom).OfType<CustomRole>()]))
            : Answers.Refused(Errors.ModelUnavailable(organization.Value.Model, organization.Value.Plan));
    }
}
