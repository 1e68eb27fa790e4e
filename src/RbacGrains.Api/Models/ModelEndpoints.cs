using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using RbacGrains.Model;

namespace RbacGrains.Api;

/// <summary>The authorization models that organizations can live by.</summary>
internal sealed class ModelEndpoints(ModelCatalog catalog)
{
    private const string Tag = "Models";

    /// <summary>Maps them.</summary>
    public void Map(ApiRoutes api)
    {
        api.Get("/v1/models", List).Describe(Tag, "ListModels", "List the authorization models.").Answers<ListJson<JsonObject>>();
        api.Get("/v1/models/{model}", Read).Describe(Tag, "GetModel", "Read an authorization model: as JSON, or as the document it was read from.")
            .TakesQuery("format", "json or yaml, whatever the caller accepts.")
            .Answers<JsonObject>().Refuses(404, 406);
        api.Get("/v1/models/{model}/matrix", Matrix)
            .Describe(Tag, "GetMatrix", "Read a model's role table, one row per row of the product's page.")
            .TakesQuery("format", "json, csv or markdown, whatever the caller accepts.")
            .Answers<ListJson<MatrixRowJson>>().Refuses(404, 406);
    }

    private ValueTask<IResult> List(ApiRequest request) => ValueTask.FromResult(
        Answers.Json(ListJson<JsonObject>.Whole(catalog.All.Select(ModelJson.Of)), ApiJson.Context.ListJsonJsonObject));

    private ValueTask<IResult> Read(ApiRequest request)
    {
        var model = Find(request);
        if (Negotiation.Choose<ModelFormat>(request.Context, (ModelFormat.Json, "application/json"), (ModelFormat.Yaml, "application/yaml"))
            is ModelFormat.Yaml)
            return ValueTask.FromResult<IResult>(TypedResults.Text(model.Document, "application/yaml", Encoding.UTF8));
        return ValueTask.FromResult(Answers.Resource(
            ModelJson.Of(model), ApiJson.Context.JsonObject, model.Version.ToString(CultureInfo.InvariantCulture)));
    }

    private ValueTask<IResult> Matrix(ApiRequest request) => ValueTask.FromResult(MatrixAnswers.Of(request, RoleMatrix.Of(Find(request))));

    private AuthorizationModel Find(ApiRequest request)
    {
        var name = (string)request.Context.Request.RouteValues["model"]!;
        return catalog.Find(name) ?? throw new RequestException(new Problem(404, ProblemCodes.ModelNotFound,
            $"There is no authorization model of that name. Known: {string.Join(", ", catalog.All.Select(model => model.Name))}."));
    }
}
