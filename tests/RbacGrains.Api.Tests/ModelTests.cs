namespace RbacGrains.Api.Tests;

public sealed class ModelTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task The_three_models_are_listed()
    {
        var models = await server.Send("GET", "/v1/models");
        Assert.Equal(["agent-studio", "humanloop", "letta"], models.ShouldBe(200).Items("model"));
        Assert.Equal("", models.String("next_page_token"));
    }

    [Fact]
    public async Task A_model_is_read_with_an_etag_and_not_sent_twice()
    {
        var model = (await server.Send("GET", "/v1/models/agent-studio")).ShouldBe(200);
        Assert.Equal(13, model.Json["areas"]!.AsArray().Count);
        var again = await server.Send("GET", "/v1/models/agent-studio", null, ("If-None-Match", model.ETag!));
        Assert.Equal((304, ""), (again.Status, again.Text));
    }

    [Fact]
    public async Task An_unknown_model_is_not_found_and_the_known_ones_are_named() =>
        Assert.Contains("humanloop", (await server.Send("GET", "/v1/models/nope")).ShouldBeProblem(404, "model_not_found").Text);

    [Fact]
    public async Task The_matrix_is_json_by_default()
    {
        var matrix = (await server.Send("GET", "/v1/models/letta/matrix")).ShouldBe(200);
        Assert.Equal("application/json", matrix.MediaType);
        Assert.Equal(10, matrix.Items("row").Length);
        var row = matrix.Json["items"]![3]!;
        Assert.Equal("Create/update/delete agents", (string?)row["row"]);
        Assert.Equal(["agents:create", "agents:update", "agents:delete"], row["actions"]!.AsArray().Select(action => (string)action!));
        Assert.Equal("""{"analyst":false,"editor":true,"admin":true}""", row["roles"]!.ToJsonString());
    }

    [Theory]
    [InlineData("?format=csv", "*/*", "text/csv", "Permission,Analyst,Editor,Admin\r\n")]
    [InlineData("", "text/csv", "text/csv", "Permission,Analyst,Editor,Admin\r\n")]
    [InlineData("", "text/html;q=0.9, text/markdown", "text/markdown", "| Permission | Analyst | Editor | Admin |\n")]
    [InlineData("?format=markdown", "application/json", "text/markdown", "| Permission | Analyst | Editor | Admin |\n")]
    public async Task The_matrix_comes_in_the_format_asked_for(string query, string accept, string mediaType, string start)
    {
        var matrix = (await server.Send("GET", "/v1/models/letta/matrix" + query, null, ("Accept", accept))).ShouldBe(200);
        Assert.Equal(mediaType, matrix.MediaType);
        Assert.StartsWith(start, matrix.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_format_that_there_is_not_is_refused()
    {
        (await server.Send("GET", "/v1/models/letta/matrix", null, ("Accept", "image/png"))).ShouldBeProblem(406, "not_acceptable");
        (await server.Send("GET", "/v1/models/letta/matrix?format=pdf")).ShouldBeProblem(400, "invalid_value");
    }
}
