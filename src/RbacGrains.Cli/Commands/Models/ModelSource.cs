using RbacGrains.Model;

namespace RbacGrains.Cli;

/// <summary>Where a model comes from: a shipped one by its name, any other from a file.</summary>
internal static class ModelSource
{
    /// <summary>Reads a model; null when it is not there or has mistakes.</summary>
    public static AuthorizationModel? TryRead(string nameOrFile) => Find(nameOrFile)?.Model;

    /// <summary>Reads a model.</summary>
    public static ModelReading Read(string nameOrFile) =>
        Find(nameOrFile) ?? throw CliErrors.Usage(
            $"There is no file '{nameOrFile}', and no shipped model of that name. Shipped: {string.Join(", ", ShippedModels.Names)}.");

    /// <summary>Reads a model that has to be valid; its problems go to <paramref name="errors"/>.</summary>
    public static AuthorizationModel Load(string nameOrFile, TextWriter errors)
    {
        var reading = Read(nameOrFile);
        if (reading.Model is { } model) return model;
        foreach (var problem in reading.Problems) errors.WriteLine(Text(nameOrFile, problem));
        throw new CliException("invalid_model", $"The model '{nameOrFile}' has {Count(reading)}.");
    }

    /// <summary>A problem as editors and other tools know to find it: <c>file:line:column: message</c>, and its remedy.</summary>
    public static string Text(string file, ModelProblem problem) =>
        $"{file}:{problem.Line}:{problem.Column}: {CellText.Visible(problem.Message)} {CellText.Visible(problem.Remedy)}";

    /// <summary>How many problems there are, in words.</summary>
    public static string Count(ModelReading reading) =>
        reading.Problems.Length == 1 ? "1 mistake" : $"{reading.Problems.Length} mistakes";

    private static ModelReading? Find(string nameOrFile) =>
        ShippedModels.Document(nameOrFile) is { } shipped ? ModelReader.Read(shipped)
        : File.Exists(nameOrFile) ? ModelReader.ReadFile(nameOrFile)
        : null;
}
