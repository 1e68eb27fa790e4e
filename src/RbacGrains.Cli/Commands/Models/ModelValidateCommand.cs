using System.CommandLine;
using System.Text.Json.Nodes;
using RbacGrains.Model;

namespace RbacGrains.Cli;

/// <summary><c>rbac model validate</c>.</summary>
internal sealed class ModelValidateCommand : CliCommand
{
    private readonly Argument<string[]> _files = new("FILE")
    {
        Description = "Files, or names of shipped models",
        HelpName = "FILE",
        Arity = ArgumentArity.OneOrMore,
        CompletionSources = { ShippedNames.Models },
    };

    /// <summary>Makes the command.</summary>
    public ModelValidateCommand(Cli cli)
        : base(cli, "validate", "Find every mistake of model files, with line and column and what would be right") => Add(_files);

    /// <inheritdoc/>
    protected override Task<int> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var readings = invocation.Parsed.GetRequiredValue(_files).Select(file => (File: file, Reading: ModelSource.Read(file))).ToList();
        if (invocation.WantsJson)
            invocation.Printer.Json(new JsonObject
            {
                ["items"] = new JsonArray([.. readings.Select(read => Json(read.File, read.Reading))]),
            });
        else
            foreach (var (file, reading) in readings) Print(invocation.Printer, file, reading);
        return Task.FromResult(readings.TrueForAll(read => read.Reading.Model is not null) ? ExitCodes.Success : ExitCodes.Error);
    }

    private static void Print(Printer printer, string file, ModelReading reading)
    {
        foreach (var problem in reading.Problems) printer.Line(ModelSource.Text(file, problem));
        printer.Note(reading.Model is { } model
            ? $"{file}: valid: {model.Title}, version {model.Version}, {model.Roles.Length} roles, {model.Actions.Count} actions."
            : $"{file}: {ModelSource.Count(reading)}.");
    }

    private static JsonObject Json(string file, ModelReading reading) => new()
    {
        ["file"] = file,
        ["valid"] = reading.Model is not null,
        ["problems"] = new JsonArray([.. reading.Problems.Select(problem => new JsonObject
        {
            ["line"] = problem.Line, ["column"] = problem.Column, ["message"] = problem.Message, ["remedy"] = problem.Remedy,
        })]),
    };
}
