using System.Collections.Immutable;

namespace RbacGrains.Model;

/// <summary>Collects what is wrong with a document, so that its author sees all of it at once.</summary>
internal sealed class ProblemList
{
    private readonly List<(Place Place, string Message, string Remedy)> _problems = [];

    public bool IsEmpty => _problems.Count == 0;

    public void Add(Place place, string message, string remedy) => _problems.Add((place, message, remedy));

    /// <summary>Sections are read in the order of their dependencies, which is not that of the document.</summary>
    public ImmutableArray<ModelProblem> InDocumentOrder() =>
        [.. _problems.OrderBy(problem => problem.Place)
            .Select(problem => new ModelProblem(problem.Place.Line, problem.Place.Column, problem.Message, problem.Remedy))];
}
