using System.Text.Json.Nodes;
using RbacGrains.Model;
using RbacGrains.Testing;

namespace RbacGrains.Cli.Tests;

public sealed class ModelTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    // Nothing here may need a server, a key or an environment.
    private readonly Rbac _rbac = new() { Variables = [], Network = () => throw new InvalidOperationException("A model command asked a server.") };

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task List_names_the_shipped_models() =>
        Assert.Equal(["model", .. ShippedModels.Names], (await _rbac.Run("model list")).Lines.Select(line => line.Split('\t')[0]));

    [Theory]
    [InlineData("letta")]
    [InlineData("humanloop")]
    [InlineData("agent-studio")]
    public async Task Show_knows_every_shipped_model(string model)
    {
        var shown = await _rbac.Run($"model show {model}");
        Assert.Equal(0, shown.Exit);
        Assert.Equal($"model\t{model}", shown.Lines[0]);
        Assert.Equal(model, JsonNode.Parse((await _rbac.Run($"model show {model} --json")).Out)!["model"]!.GetValue<string>());
        Assert.Equal(ShippedModels.Document(model), (await _rbac.Run($"model show {model} --yaml")).Out);
        Assert.Equal(0, (await _rbac.Run($"model validate {model}")).Exit);
    }

    [Fact]
    public async Task The_matrix_of_letta_has_the_marks_of_its_page()
    {
        var lines = (await _rbac.Run("model matrix letta")).Lines;
        Assert.Equal("Permission\tAnalyst\tEditor\tAdmin", lines[0]);
        Assert.Equal(
            ["✓✓✓", "✓✓✓", "✓✓", "✓✓", "✓✓", "✓✓", "✓✓", "✓", "✓", "✓"],
            lines.Skip(1).Select(line => string.Concat(line.Split('\t').Skip(1))));
    }

    [Fact]
    public async Task The_matrix_comes_in_every_format()
    {
        var matrix = RoleMatrix.Of(ShippedModels.Load().Find("humanloop")!);
        Assert.Equal(matrix.ToCsv(), (await _rbac.Run("model matrix humanloop --format csv")).Out);
        Assert.Equal(matrix.ToMarkdown(), (await _rbac.Run("model matrix humanloop --format markdown")).Out);
        var json = await _rbac.Run("model matrix humanloop --format json");
        Assert.Equal(json, await _rbac.Run("model matrix humanloop --json"));
        Assert.Equal(matrix.Rows.Length, JsonNode.Parse(json.Out)!["items"]!.AsArray().Count);
        Assert.Equal(2, (await _rbac.Run("model matrix humanloop --format xml")).Exit);
    }

    [Fact]
    public async Task The_schema_is_json() =>
        Assert.NotNull(JsonNode.Parse((await _rbac.Run("model schema")).Out));

    [Fact]
    public async Task Validate_prints_every_mistake_with_its_place()
    {
        var file = Write("model: Broken Name\nversion: 0\nnonsense: 1\n");
        var outcome = await _rbac.Run(["model", "validate", file]);
        Assert.Equal(2, outcome.Exit);
        Assert.True(outcome.Lines.Length >= 3);
        Assert.All(outcome.Lines, line => Assert.Matches(@":\d+:\d+: \S", line[file.Length..]));

        var json = JsonNode.Parse((await _rbac.Run(["model", "validate", file, "letta", "--json"])).Out)!["items"]!;
        Assert.Equal(outcome.Lines.Length, json[0]!["problems"]!.AsArray().Count);
        Assert.True(json[1]!["valid"]!.GetValue<bool>());
    }

    [Fact]
    public async Task A_file_of_one_s_own_is_as_good_as_a_shipped_model()
    {
        var file = Write(ShippedModels.Document("letta")!);
        Assert.Equal(0, (await _rbac.Run(["model", "validate", file])).Exit);
        Assert.Equal(await _rbac.Run("model matrix letta"), await _rbac.Run(["model", "matrix", file]));
    }

    [Fact]
    public async Task A_broken_file_is_an_error_of_every_other_command()
    {
        var outcome = await _rbac.Run(["model", "matrix", Write("model: x\n")]);
        Assert.Equal((2, ""), (outcome.Exit, outcome.Out));
        Assert.Contains("error: invalid_model: ", outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("model check letta agents:create --role analyst", 1, "denied: not_granted")]
    [InlineData("model check letta agents:create --role editor", 0, "allowed: granted")]
    [InlineData("model check agent-studio knowledge/faqs:modify --role member --grant knowledge=edit", 0, "allowed: granted")]
    [InlineData("model check agent-studio knowledge/faqs:modify --role member --grant knowledge=edit --grant knowledge/faqs=read", 1, "denied: not_granted")]
    [InlineData("model check agent-studio studio_assistant:use --role admin --plan free", 1, "denied: gated")]
    [InlineData("model check agent-studio studio_assistant:use --role admin", 0, "allowed: admin")]
    public async Task Check_decides_about_a_member_whom_no_server_knows(string commandLine, int exit, string answer)
    {
        Assert.Equal(new Outcome(exit, answer + "\n", ""), await _rbac.Run(commandLine));
    }

    [Fact]
    public async Task Explain_decides_as_check_does_and_says_why()
    {
        const string Question = "agent-studio knowledge/faqs:modify --role member --grant knowledge=edit --grant knowledge/faqs=read";
        var outcome = await _rbac.Run($"model explain {Question}");
        Assert.Equal(1, outcome.Exit);
        Assert.StartsWith("Denied: ", outcome.Lines[0], StringComparison.Ordinal);
        Assert.Equal("kind\teffect\tsubject\tlevel\ttext", outcome.Lines[1]);

        var json = JsonNode.Parse((await _rbac.Run($"model explain {Question} --json")).Out)!;
        Assert.Equal("not_granted", json["reason"]!.GetValue<string>());
        Assert.Equal(outcome.Lines.Length - 2, json["steps"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("model check letta agents:create --role nobody")]
    [InlineData("model check letta agents:dream --role editor")]
    [InlineData("model check letta agents:create --role editor --plan gold")]
    [InlineData("model check agent-studio flows:view --role member --grant flow=read")]
    [InlineData("model check agent-studio flows:view --role member --grant flows=write")]
    [InlineData("model check nosuch flows:view --role member")]
    public async Task A_name_that_the_model_does_not_have_is_an_error_that_lists_those_it_has(string commandLine)
    {
        var outcome = await _rbac.Run(commandLine);
        Assert.Equal(2, outcome.Exit);
        Assert.Matches("Known: |Shipped: ", outcome.Error);
    }

    private string Write(string yaml)
    {
        var file = Path.Combine(_directory.Path, "model.yaml");
        File.WriteAllText(file, yaml);
        return file;
    }
}
