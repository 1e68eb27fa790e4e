using RbacGrains.Model;

namespace RbacGrains.Api;

/// <summary>Reads the operator's own authorization models.</summary>
internal static class ModelFiles
{
    /// <summary>The shipped models and those of a folder.</summary>
    /// <exception cref="ConfigurationException">Files have mistakes; the message lists all of them.</exception>
    public static ModelCatalog Load(string? folder)
    {
        var shipped = ShippedModels.Load();
        if (folder is null) return shipped;
        if (!Directory.Exists(folder)) throw new ConfigurationException($"Rbac:Models names the folder '{folder}', which does not exist.");
        var readings = Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal)
            .Select(file => (File: file, Reading: ModelReader.ReadFile(file))).ToList();
        var models = shipped.All.ToDictionary(model => model.Name, _ => "the service itself", StringComparer.Ordinal);
        var mistakes = new List<string>();
        foreach (var (file, reading) in readings)
        {
            mistakes.AddRange(reading.Problems.Select(problem =>
                $"{file}:{problem.Line}:{problem.Column}: {problem.Message} {problem.Remedy}"));
            if (reading.Model is { } model && !models.TryAdd(model.Name, file))
                mistakes.Add($"{file}:1:1: The model '{model.Name}' is there already, in {models[model.Name]}. Give it another name.");
        }

        return mistakes.Count == 0
            ? new ModelCatalog(shipped.All.Concat(readings.Select(read => read.Reading.Model!)))
            : throw new ConfigurationException(string.Join(Environment.NewLine, mistakes));
    }
}
