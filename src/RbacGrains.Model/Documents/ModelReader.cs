using System.Collections.Immutable;

namespace RbacGrains.Model;

/// <summary>Reads authorization models from YAML documents and reports every mistake of a document at once.</summary>
public static class ModelReader
{
    /// <summary>Reads one document.</summary>
    public static ModelReading Read(string yaml) => throw new NotSupportedException();
}

/// <summary>What came of reading a document: the model, or all that is wrong with it.</summary>
/// <param name="Model">The model; null when there are problems.</param>
/// <param name="Problems">Every mistake in the order of the document; empty when there is a model.</param>
public sealed record ModelReading(AuthorizationModel? Model, ImmutableArray<ModelProblem> Problems);

/// <summary>One mistake in a model document.</summary>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Column">Its column, from 1.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Remedy">What would be right.</param>
public sealed record ModelProblem(int Line, int Column, string Message, string Remedy);
