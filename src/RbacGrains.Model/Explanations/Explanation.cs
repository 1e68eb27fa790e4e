using System.Collections.Immutable;

namespace RbacGrains.Model;

/// <summary>A decision with all that led to it.</summary>
/// <param name="Decision">The decision, the same as a check gives.</param>
/// <param name="Action">The action, by its canonical name.</param>
/// <param name="Project">The project it was judged in; null for the organization itself.</param>
/// <param name="Steps">What was looked at, in the order of the semantics: sources first, then ceilings.</param>
/// <param name="Sentence">The same, as one sentence that a person understands.</param>
public sealed record Explanation(
    Decision Decision, string Action, string? Project, ImmutableArray<ExplanationStep> Steps, string Sentence);
