using System.CommandLine;
using System.Text.Json.Nodes;
using RbacGrains.Model;

namespace RbacGrains.Cli;

/// <summary><c>rbac model show</c>.</summary>
internal sealed class ModelShowCommand : CliCommand
{
    private static readonly string[] Sections = ["plans", "levels", "areas", "actions", "roles", "presets", "gates", "matrix", "administration"];

    private readonly Argument<string> _model = ModelCommands.Argument();
    private readonly Option<bool> _yaml = new("--yaml") { Description = "Print the document of a shipped model, to begin one of your own with" };

    /// <summary>Makes the command.</summary>
    public ModelShowCommand(Cli cli)
        : base(cli, "show", "Show a model: its roles, areas, levels, common configurations and gates")
    {
        Add(_model);
        Add(_yaml);
    }

    /// <inheritdoc/>
    protected override Task<int> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var name = invocation.Text(_model);
        if (invocation.Get(_yaml))
            invocation.Printer.Text(ShippedModels.Document(name) ?? throw CliErrors.Usage($"'{name}' is no shipped model."));
        else if (invocation.WantsJson) invocation.Printer.Json(ModelJson.Of(ModelSource.Load(name, invocation.Host.Error)));
        else Print(invocation.Printer, ModelJson.Of(ModelSource.Load(name, invocation.Host.Error)));
        return Task.FromResult(ExitCodes.Success);
    }

    private static void Print(Printer printer, JsonObject model)
    {
        printer.Properties(model.Where(property => !Sections.Contains(property.Key)));
        Section(printer, model, "plans", "plan", "title");
        Section(printer, model, "levels", "level", "title", "verbs", "description");
        Section(printer, "areas", Areas(model["areas"]!.AsArray()), "area", "title", "shared_by", "description");
        Section(printer, model, "roles", "role", "title", "admin", "plans", "areas", "actions");
        Section(printer, model, "presets", "preset", "title", "areas");
        Section(printer, model, "gates", "gate", "title", "actions", "plans", "roles");
    }

    private static void Section(Printer printer, JsonObject model, string name, params string[] columns) =>
        Section(printer, name, model[name]!.AsArray(), columns);

    private static void Section(Printer printer, string name, IEnumerable<JsonNode?> items, params string[] columns)
    {
        if (!items.Any()) return;
        printer.Line("");
        printer.Line(name);
        printer.Table(Table.Of(items, [.. columns]));
    }

    private static IEnumerable<JsonNode?> Areas(JsonArray areas) =>
        areas.SelectMany(area => (area!["sub_areas"]?.AsArray() ?? []).Prepend(area));
}
