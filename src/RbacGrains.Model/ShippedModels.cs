namespace RbacGrains.Model;

/// <summary>
/// The authorization models that come with the service, each the data of one product's documentation page: <c>letta</c>,
/// <c>humanloop</c> and <c>agent-studio</c>.
/// </summary>
public static class ShippedModels
{
    private const string SchemaFile = "authorization-model.schema.json";

    /// <summary>The JSON Schema (2020-12) of model documents, for editors and for validation ahead of <see cref="ModelReader"/>.</summary>
    public static string Schema => Text(SchemaFile);

    /// <summary>The names of the shipped models in ordinal order.</summary>
    public static IEnumerable<string> Names =>
        typeof(ShippedModels).Assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".yaml", StringComparison.Ordinal))
            .Select(name => Path.GetFileNameWithoutExtension(name))
            .Order(StringComparer.Ordinal);

    /// <summary>The document of a shipped model as YAML; null when there is none of that name.</summary>
    public static string? Document(string model) => Names.Contains(model, StringComparer.Ordinal) ? Text($"{model}.yaml") : null;

    /// <summary>Reads the shipped models.</summary>
    /// <exception cref="InvalidOperationException">A shipped document has mistakes; a build that passed its tests never throws it.</exception>
    public static ModelCatalog Load() => new(Names.Select(Read));

    private static AuthorizationModel Read(string name)
    {
        var reading = ModelReader.Read(Text($"{name}.yaml"));
        return reading.Model ?? throw new InvalidOperationException($"{name}.yaml{reading.Problems[0]}");
    }

    private static string Text(string resource)
    {
        using var stream = typeof(ShippedModels).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The assembly does not embed {resource}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
